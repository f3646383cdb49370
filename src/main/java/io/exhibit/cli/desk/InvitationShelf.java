package io.exhibit.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.console.door.Invitations;
import io.exhibit.console.door.SignedTicket;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Invitations in the folder of the state: what was promised in {@code invitations.json}, and the key that signs the links beside it. A link
 * counts when the key signed it <em>and</em> the list has it: who finds one of both can invite nobody.
 */
public final class InvitationShelf implements Invitations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "invitations.json";
    private static final String FORM = "exhibit-invitation/1";
    private static final int ID = 8;

    private final Path folder;
    private final InstantSource clock;

    public InvitationShelf(Settings settings, InstantSource clock) {
        this.folder = ConsoleFolder.of(settings);
        this.clock = clock;
    }

    /** @return the end of the link */
    public String invite(String name, Set<String> packs, Instant until, byte[] drawn) throws IOException {
        String id = HexFormat.of().formatHex(drawn, 0, ID);
        ConsoleFolder.make(folder);
        Path file = key();
        if (!Files.exists(file)) {
            SigningKey.of(ConsoleCommand.drawn()).save(file);
        }
        SigningKey key = SigningKey.load(file);
        Invited invited = new Invited(id, name, packs, until, "");
        change(list -> {
            list.add(json(invited).put("made", clock.instant().toString()));
            return true;
        });
        String text = text(invited);
        return SignedTicket.of(text, key.sign(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private Path key() {
        return folder.resolve("invitations.pem");
    }

    /** What is signed: all that matters, so that no link can be bent to another pack, person or time. */
    private static String text(Invited invited) {
        return String.join(
                "\n",
                FORM,
                invited.id(),
                invited.until().toString(),
                invited.name(),
                String.join("\n", new TreeSet<>(invited.packs())));
    }

    @Override
    public Optional<Invited> open(String ticket) throws IOException {
        if (!Files.exists(key())) {
            return Optional.empty();
        }
        Optional<String> text = SignedTicket.text(ticket, SigningKey.load(key()).publicKey());
        return text.isEmpty()
                ? Optional.empty()
                : all().stream()
                        .filter(each -> text(each).equals(text.get()))
                        .filter(this::holds)
                        .findFirst();
    }

    @Override
    public Optional<Invited> current(String id) throws IOException {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .filter(this::holds)
                .findFirst();
    }

    private boolean holds(Invited invited) {
        return invited.revoked().isEmpty() && clock.instant().isBefore(invited.until());
    }

    @Override
    public List<Invited> all() throws IOException {
        List<Invited> all = new ArrayList<>();
        for (JsonNode each : list()) {
            try {
                Set<String> packs = new TreeSet<>();
                each.path("packs").forEach(pack -> packs.add(pack.asText()));
                all.add(
                        0,
                        new Invited(
                                each.path("id").asText(),
                                each.path("name").asText(),
                                packs,
                                Instant.parse(each.path("until").asText()),
                                each.path("revoked").asText("")));
            } catch (DateTimeException e) {
                throw damaged(e);
            }
        }
        return all;
    }

    @Override
    public boolean revoke(String id, String by) throws IOException {
        return change(list -> {
            boolean held = false;
            for (JsonNode each : list) {
                if (each.path("id").asText().equals(id) && !each.has("revoked")) {
                    ((ObjectNode) each)
                            .put(
                                    "revoked",
                                    by + ", " + clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
                    held = true;
                }
            }
            return held;
        });
    }

    private static ObjectNode json(Invited invited) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", invited.id())
                .put("name", invited.name())
                .put("until", invited.until().toString());
        ArrayNode packs = json.putArray("packs");
        new TreeSet<>(invited.packs()).forEach(packs::add);
        return json;
    }

    /** A list that cannot be read lets nobody in. */
    private ArrayNode list() throws IOException {
        Path file = folder.resolve(LIST);
        if (!Files.exists(file)) {
            return JSON.createArrayNode();
        }
        try {
            return (ArrayNode) JSON.readTree(Files.readAllBytes(file));
        } catch (ClassCastException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw damaged(e);
        }
    }

    private IOException damaged(Exception why) {
        return new IOException(
                folder.resolve(LIST)
                        + " cannot be read: nobody who was invited comes in. Put a copy of it back, or delete it and invite anew.",
                why);
    }

    private synchronized boolean change(Function<ArrayNode, Boolean> change) throws IOException {
        try (FileChannel channel = FileChannel.open(
                folder.resolve("invitations.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw busy();
            }
            ArrayNode list = list();
            boolean changed = change.apply(list);
            new DurableFolder(folder)
                    .writeSecret(LIST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(list));
            return changed;
        } catch (OverlappingFileLockException e) {
            throw busy();
        }
    }

    private Stop busy() {
        return new Stop(
                ExitCode.TRY_LATER, "Another program is changing the invitations in " + folder + "; try again.");
    }
}
