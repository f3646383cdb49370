package io.exhibit.deliver;

import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.Item;
import io.exhibit.assessment.Receipt.State;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Tells people by mail that there is a pack, what its files' digests are and where it lies; the report itself only when asked for. */
public final class MailDelivery implements Delivery {

    private static final int ID = 32;
    private static final String PDF = ".pdf";

    private final String channel;
    private final SmtpServer server;
    private final Notice notice;
    private final InstantSource clock;

    /**
     * What is said to whom.
     *
     * @param to mail addresses
     * @param place where the pack lies, in words for the receivers; "" when they know
     * @param attach bytes of a report that is sent with the message; 0 when none is, and a larger one is not
     */
    public record Notice(List<String> to, String place, long attach) {

        public Notice {
            to = List.copyOf(to);
        }
    }

    public MailDelivery(String channel, SmtpServer server, Notice notice, InstantSource clock) {
        this.channel = channel;
        this.server = server;
        this.notice = notice;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public String to() {
        return "mail to " + String.join(", ", notice.to());
    }

    /** Nobody can be asked what lies in a mailbox. */
    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public String check() throws IOException {
        return new Smtp(server).check();
    }

    @Override
    public Receipt deliver(String pack, List<Path> files) throws IOException {
        List<Item> items = new ArrayList<>();
        List<Letter.Attached> attached = new ArrayList<>();
        String note = "";
        for (Path file : files) {
            String name = file.getFileName().toString();
            long bytes = Files.size(file);
            boolean asked = notice.attach() > 0 && name.endsWith(PDF);
            boolean goes = asked && bytes <= notice.attach();
            if (asked && !goes) {
                note = name + " was not attached: it has " + bytes + " bytes, and the settings allow " + notice.attach()
                        + ".";
            }
            if (goes) {
                attached.add(new Letter.Attached(file, "application/pdf"));
            }
            items.add(new Item(name, bytes, FileDigest.of(file), goes ? State.SENT : State.NAMED));
        }
        Instant at = clock.instant();
        Letter letter = new Letter(
                id(pack, items), at, notice.to(), "Evidence pack " + pack, text(pack, items, note), attached);
        String said = new Smtp(server).send(letter);
        return new Receipt(pack, channel, to(), clock.instant(), items, said, note);
    }

    /** The same each time that the same is said to the same people, so that a mailbox that got it twice can see that. */
    private String id(String pack, List<Item> items) {
        StringBuilder what = new StringBuilder(channel)
                .append('\n')
                .append(to())
                .append('\n')
                .append(pack);
        items.forEach(item -> what.append('\n').append(item.sha256()));
        return "pack." + Sha256.hex(what.toString()).substring(0, ID);
    }

    private String text(String pack, List<Item> items, String note) {
        StringBuilder text =
                new StringBuilder("The evidence pack ").append(pack).append(" is there.\n\n");
        text.append(
                notice.place().isEmpty()
                        ? "It is handed over by the way that was agreed on.\n\n"
                        : "It lies here: " + notice.place() + "\n\n");
        text.append("Its files, as they were sealed:\n\n");
        for (Item item : items) {
            text.append("  ")
                    .append(item.name())
                    .append(", ")
                    .append(item.bytes())
                    .append(" bytes")
                    .append(item.state() == State.SENT ? ", attached" : "")
                    .append("\n  SHA-256 ")
                    .append(item.sha256())
                    .append("\n\n");
        }
        if (!note.isEmpty()) {
            text.append(note).append("\n\n");
        }
        return text.append("Compare the digests with what you got: sha256sum ")
                .append(pack)
                .append(".zip\nCheck the whole, with the operator's public key, which must have come to you by another"
                        + " way:\nexhibit verify ")
                .append(pack)
                .append(
                        ".zip --key exhibit.pub.pem\n\nThis message was written by a program. Its digests prove nothing by"
                                + " themselves: mail can be forged.\n")
                .toString();
    }
}
