package io.exhibit.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one vault the mirror of another: the same leaves under the same checkpoint, and every sealed file, compared with its digest on
 * the way. Nothing that lies there is written over. A copy that broke off goes on where it was. It needs no private key: the
 * checkpoint comes along as it was signed, and who signed it is for {@link Verifier} to say.
 */
public final class VaultCopy {

    private final Holding from;
    private final String place;
    private final Store to;
    private final Progress progress;

    /** Told of each file that was copied, or was there. */
    @FunctionalInterface
    public interface Progress {
        void file(long done, long all);
    }

    /**
     * What came of it.
     *
     * @param leaves in the log of the mirror
     * @param added of them that were not there before
     * @param files that were copied
     * @param bytes of them
     * @param there files that were there already, as a copy that broke off left them
     */
    public record Copied(long leaves, long added, long files, long bytes, long there) {}

    /**
     * @param place of the vault that is copied, as messages call it
     * @param to open for writing
     */
    public VaultCopy(Holding from, String place, Store to, Progress progress) {
        this.from = from;
        this.place = place;
        this.to = to;
        this.progress = progress;
    }

    /** @throws VaultException when the mirror holds another log, a longer one, or another file under a name of this one */
    public Copied copy() throws IOException {
        Format format = Format.read(from, place);
        VaultLog source = VaultLog.read(from, place, format);
        byte[] lines = lines(source.leaves());
        int before = known(format, lines);
        List<Leaf> news = source.leaves().subList(before, source.leaves().size());
        if (!to.has("FORMAT")) {
            to.put("FORMAT", format.text());
        }
        Copied files = files(format, news);
        append(lines, lines(source.leaves().subList(0, before)).length);
        if (!news.isEmpty() || !to.has("checkpoint")) {
            to.checkpoint(source.checkpoint().note().getBytes(StandardCharsets.UTF_8));
        }
        return new Copied(source.leaves().size(), news.size(), files.files(), files.bytes(), files.there());
    }

    /** How many leaves the mirror has already. */
    private int known(Format format, byte[] lines) throws IOException {
        if (!to.has("FORMAT")) {
            return 0;
        }
        if (!Format.read(to, to.place()).equals(format)) {
            throw other(
                    "it is a vault of the log " + Format.read(to, to.place()).origin());
        }
        if (!to.has("checkpoint")) {
            return 0;
        }
        VaultLog mirror = VaultLog.read(to, to.place(), format);
        byte[] there = lines(mirror.leaves());
        if (there.length > lines.length && Arrays.equals(lines, Arrays.copyOf(there, lines.length))) {
            throw other("its log has " + mirror.leaves().size() + " leaves, more than " + place);
        }
        if (there.length > lines.length || !Arrays.equals(there, Arrays.copyOf(lines, there.length))) {
            throw other("its log is another one than that of " + place);
        }
        return mirror.leaves().size();
    }

    private Copied files(Format format, List<Leaf> news) throws IOException {
        Fixity fixity = new Fixity(from);
        Map<String, SealedContent> sealed =
                new Carried(from, format, news, new RunFiles(from, fixity), new DayFiles(from, fixity)).all();
        sealed.values().removeIf(content -> content.sha256().isEmpty());
        Set<String> prepared = new HashSet<>();
        long done = 0;
        long copied = 0;
        long bytes = 0;
        // Large files first, because the record beside them is what makes their names durable.
        for (boolean large : new boolean[] {true, false}) {
            for (Map.Entry<String, SealedContent> file : sealed.entrySet()) {
                String name = file.getKey();
                if (name.endsWith(".zst") != large) {
                    continue;
                }
                if (name.startsWith("runs/") && prepared.add(name.split("/")[1])) {
                    to.prepare(name.split("/")[1]);
                    to.sweep(name.split("/")[1]);
                }
                long written = file(name, file.getValue());
                copied += written < 0 ? 0 : 1;
                bytes += Math.max(written, 0);
                progress.file(++done, sealed.size());
            }
        }
        for (String run : prepared) {
            to.settle(run);
        }
        return new Copied(0, 0, copied, bytes, done - copied);
    }

    /** Returns the bytes that were copied, or -1 when the file was there. */
    private long file(String name, SealedContent sealed) throws IOException {
        if (to.has(name)) {
            if (!to.digest(name).equals(sealed.sha256())) {
                throw other(name + " there is another file than the one that was sealed");
            }
            return -1;
        }
        new Fixity(from).check(name, sealed.sha256());
        long bytes = 0;
        if (!name.endsWith(".zst")) {
            byte[] content = from.content(name);
            to.put(name, content);
            return content.length;
        }
        try (InputStream in = sealed.content().open();
                Draft draft = to.draft(name)) {
            bytes = in.transferTo(draft.out());
            if (!draft.finish().equals(sealed.sha256())) {
                throw new FixityException(name, "", sealed.sha256(), "other bytes while it was copied");
            }
        }
        return bytes;
    }

    /**
     * What a copy that broke off appended is part of what is to be appended, or torn when the power failed.
     *
     * @param covered bytes of the mirror's log that its checkpoint covers
     */
    private void append(byte[] lines, int covered) throws IOException {
        byte[] there = to.has("log/leaves") ? to.content("log/leaves", Layout.LOG) : new byte[0];
        int from = there.length;
        if (there.length > lines.length || !Arrays.equals(there, Arrays.copyOf(lines, there.length))) {
            refuseOthers(there, lines);
            to.cutLeaves(covered);
            from = covered;
        }
        to.append(VaultLog.lines(Arrays.copyOfRange(lines, from, lines.length)));
    }

    /** A whole leaf that is not of this log is not what a copy left. */
    private void refuseOthers(byte[] there, byte[] lines) throws IOException {
        int at = 0;
        for (byte[] line : VaultLog.lines(there)) {
            int end = at + line.length;
            boolean ours = end <= lines.length && Arrays.equals(line, 0, line.length, lines, at, end);
            if (!ours && isLeaf(line)) {
                throw other("the lines of its log that no checkpoint covers are not those of " + place);
            }
            at = end;
        }
    }

    private static boolean isLeaf(byte[] line) {
        try {
            CanonicalJson.read(line, Leaf.class);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] lines(List<Leaf> leaves) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Leaf leaf : leaves) {
            lines.writeBytes(CanonicalJson.line(leaf));
        }
        return lines.toByteArray();
    }

    private VaultException other(String why) {
        return new VaultException(
                VaultException.Reason.EXISTS, "Nothing more was copied to " + to.place() + ": " + why + ".");
    }
}
