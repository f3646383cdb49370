package io.exhibit.deliver.lane;

import io.exhibit.deliver.CutProxy;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.PlacedDelivery;
import io.exhibit.deliver.SftpHost;
import io.exhibit.deliver.SftpPlace;
import io.exhibit.deliver.SftpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An SFTP server (Apache MINA SSHD) behind a proxy that cuts. */
public final class SftpLane implements Lane {

    private final SftpHost host;
    private final CutProxy proxy;
    private final Path inbox;

    public SftpLane(Path folder) throws Exception {
        host = new SftpHost(folder);
        proxy = new CutProxy(host.port());
        inbox = host.root().resolve("inbox");
    }

    @Override
    public Delivery in(String trouble) throws Exception {
        Path zip = inbox.resolve("EH-2026-10.zip");
        boolean folder = !trouble.equals("no folder");
        if (folder) {
            Files.createDirectories(inbox);
            if (trouble.equals("another file")) {
                Files.writeString(zip, "mine");
            } else if (Files.exists(zip) && Files.size(zip) == 4) {
                Files.delete(zip);
            }
        }
        proxy.cutAfter(trouble.equals("cut") ? 150_000 : Long.MAX_VALUE);
        SftpServer server = host.settings(
                proxy.port(),
                trouble.equals("wrong password") ? "wrong" : "right",
                trouble.equals("another host key") ? "SHA256:" + "A".repeat(43) : host.fingerprint());
        return new PlacedDelivery("auditor", server.address(), () -> SftpPlace.open(server), () -> AT);
    }

    @Override
    public List<String> arrived() throws IOException {
        return Files.isDirectory(inbox) ? Lane.names(inbox) : List.of();
    }

    /** The same server, in which nothing lies. */
    public SftpLane emptied() throws IOException {
        if (Files.isDirectory(inbox)) {
            for (String name : inbox.toFile().list()) {
                Files.delete(inbox.resolve(name));
            }
            Files.delete(inbox);
        }
        return this;
    }

    /** The next test has it too. */
    @Override
    public void close() {
        proxy.cutAfter(Long.MAX_VALUE);
    }

    public void stop() throws IOException {
        proxy.close();
        host.close();
    }
}
