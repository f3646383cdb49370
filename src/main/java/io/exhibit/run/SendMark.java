package io.exhibit.run;

import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file beside a pack, {@code NAME.CHANNEL.sending}, from before it is sent to somebody who cannot be asked until the log has the receipt.
 * Without it nothing is lost but the knowledge that it may have been sent already.
 */
final class SendMark {

    private final DurableFolder folder;
    private final String name;
    private boolean earlier;

    SendMark(Path folder, String pack, String channel) {
        this.folder = new DurableFolder(folder);
        this.name = pack + "." + channel + ".sending";
    }

    /** Since when it may be on its way; empty when it is not. */
    Optional<String> since() throws IOException {
        Path file = folder.path().resolve(name);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** One that stands there stays: what was then is not known yet. */
    void set(Instant now) throws IOException {
        earlier = since().isPresent();
        if (!earlier) {
            folder.write(name, (now + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** It certainly did not go this time. */
    void takeBack() throws IOException {
        if (!earlier) {
            clear();
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(folder.path().resolve(name));
    }
}
