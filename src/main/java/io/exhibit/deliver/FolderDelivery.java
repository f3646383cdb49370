package io.exhibit.deliver;

import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Copies a pack into a folder, with the receipt beside it as {@code PACK.receipt.json}. */
public final class FolderDelivery implements Delivery {

    private final String channel;
    private final Path folder;
    private final InstantSource clock;

    /** @param folder that the receiver reads; it is made when it is not there */
    public FolderDelivery(String channel, Path folder, InstantSource clock) {
        this.channel = channel;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public String to() {
        return "folder " + folder;
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String check() throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new NotDelivered(
                    NotDelivered.Reason.REFUSED,
                    "No file can be written in " + there
                            + ". Give the user that delivers the permission to write there, or check the folder's name.");
        }
        return there.equals(folder.toAbsolutePath())
                ? "can be written"
                : "is not there yet; the first pack makes it in " + there;
    }

    @Override
    public Receipt deliver(String pack, List<Path> files) throws IOException {
        if (pack.isEmpty() || !pack.equals(Path.of(pack).getFileName().toString())) {
            throw new IllegalArgumentException("\"" + pack + "\" cannot be the name of a pack");
        }
        make(folder.toAbsolutePath());
        for (Path file : files) {
            refuseOther(file);
        }
        List<Receipt.Item> items = new ArrayList<>();
        for (Path file : files) {
            items.add(copy(file));
        }
        Receipt receipt = new Receipt(pack, channel, to(), clock.instant(), items, "", "");
        boolean nothingNew = items.stream().allMatch(file -> file.state() == State.WAS_THERE);
        Path place = folder.resolve(pack + ".receipt.json");
        for (int n = 2; Files.exists(place) && !nothingNew; n++) {
            place = folder.resolve(pack + ".receipt-" + n + ".json");
        }
        if (!Files.exists(place)) {
            publish(place, out -> out.write(ReceiptFile.of(receipt).getBytes(StandardCharsets.UTF_8)));
        }
        return receipt;
    }

    /** Before anything is copied: a pack arrives whole, or what stands in its way is named. */
    private void refuseOther(Path file) throws IOException {
        Path to = folder.resolve(file.getFileName());
        if (Files.exists(to) && Files.mismatch(file, to) >= 0) {
            throw PlacedDelivery.taken(to(), to.getFileName().toString());
        }
    }

    private Receipt.Item copy(Path file) throws IOException {
        Path to = folder.resolve(file.getFileName());
        boolean before = Files.exists(to);
        if (!before) {
            publish(to, out -> Files.copy(file, out));
        }
        return new Receipt.Item(
                to.getFileName().toString(),
                Files.size(to),
                FileDigest.of(to),
                before ? State.WAS_THERE : State.ARRIVED);
    }

    /** Whole and durable under its name, or not there. */
    private void publish(Path to, Content content) throws IOException {
        Path temporary = folder.resolve(".tmp-" + to.getFileName());
        Files.deleteIfExists(temporary);
        try (FileChannel channel =
                        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            channel.force(true);
        }
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** Makes a folder and its parents, each durable in the folder above it. */
    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            make(folder.getParent());
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** What a file is to hold. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
