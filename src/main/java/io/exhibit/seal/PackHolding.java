package io.exhibit.seal;

import io.exhibit.evidence.Sha256;
import io.exhibit.seal.zip.ZipReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The vault in a pack. What is stored as it is can be read where it lies. */
final class PackHolding implements Holding {

    private static final String VAULT = Bag.PAYLOAD + "vault/";

    private final Path zip;
    private final SortedMap<String, Member> members = new TreeMap<>();
    private String folder = "";
    private String whole = "";

    private record Member(long start, long bytes, String sha256) {}

    private PackHolding(Path zip) {
        this.zip = zip;
    }

    /**
     * Reads a zip from its first byte to its last, once.
     *
     * @throws io.exhibit.seal.zip.ZipRefused when it is not as it must be
     */
    static PackHolding read(Path zip) throws IOException {
        PackHolding pack = new PackHolding(zip);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(zip), 1 << 16)) {
            new ZipReader(in).read(pack::member);
        }
        return pack;
    }

    private void member(String path, long start, long bytes, InputStream content) throws IOException {
        int slash = path.indexOf('/');
        folder = members.isEmpty() ? path.substring(0, Math.max(slash, 0)) : folder;
        MessageDigest digest = Sha256.streaming();
        byte[] buffer = new byte[1 << 16];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        // A file outside the one folder keeps its whole path, under which nothing is looked for.
        boolean inside = slash > 0 && path.startsWith(folder + "/");
        members.put(inside ? path.substring(slash + 1) : "/" + path, new Member(start, bytes, Sha256.hex(digest)));
    }

    /** Together with what was brought of what was left out. */
    Holding with(Optional<Path> held, List<Statement.LeftOut> leftOut) {
        return held.isEmpty() ? this : new WithHeld(this, new FolderHolding(new Layout(held.get())), leftOut);
    }

    /** SHA-256 of the zip itself, which is read for it once, and only when somebody asks. */
    String sha256() throws IOException {
        if (whole.isEmpty()) {
            whole = Digests.hex(zip);
        }
        return whole;
    }

    /** Name of the folder in which all lies. */
    String folder() {
        return folder;
    }

    /** Digests of all files by name, relative to the folder. */
    SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        members.forEach((name, member) -> digests.put(name, member.sha256()));
        return digests;
    }

    /** Bytes of all payload files. */
    long octets() {
        return members.subMap(Bag.PAYLOAD, "data0").values().stream()
                .mapToLong(Member::bytes)
                .sum();
    }

    /** The whole of a small file of the bag, or nothing when it is not there or larger than that. */
    byte[] file(String name, long most) throws IOException {
        Member member = members.get(name);
        if (member == null || member.bytes() > most) {
            return new byte[0];
        }
        try (InputStream in = new Slice(zip, member.start(), member.bytes())) {
            return in.readAllBytes();
        }
    }

    @Override
    public boolean has(String name) {
        return members.containsKey(VAULT + name);
    }

    @Override
    public long size(String name) {
        return members.get(VAULT + name).bytes();
    }

    @Override
    public String digest(String name) {
        return members.get(VAULT + name).sha256();
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        Member member = members.get(VAULT + name);
        long within = Math.max(0, Math.min(length, member.bytes() - offset));
        return new Slice(zip, member.start() + offset, within);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        members.keySet().stream()
                .filter(name -> name.startsWith(VAULT + "runs/"))
                .forEach(name -> names.add(name.substring(VAULT.length())));
        return names;
    }
}
