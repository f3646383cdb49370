package io.exhibit.cli;

import io.exhibit.seal.Checkpoint;
import io.exhibit.seal.Content;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.Signer;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A genuine pack of a month in which nothing was due, for what is about packs and not about what is in them. */
final class SmallPack {

    static final String ORIGIN = "example.org/evidence";
    static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

    private SmallPack() {}

    static SigningKey key(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return SigningKey.of(secret);
    }

    /** A vault in the folder, and a pack of it. */
    static Path bind(Path folder, String name, SigningKey key) throws IOException {
        Path file = folder.resolve(name + ".zip");
        try (Vault vault = FileVault.create(folder.resolve("vault-of-" + name), ORIGIN, key, InstantSource.fixed(AT))) {
            vault.sealPack("EH-2026-09", "ab".repeat(32));
            bind(vault, file, name, key, 0);
        }
        return file;
    }

    /** A pack of a vault as it is now, with some files more. */
    static void bind(Vault vault, Path file, String name, Signer key, int more) throws IOException {
        Checkpoint log = vault.checkpoint();
        PackWriter pack = new PackWriter(new Statement.Meaning(
                name,
                1,
                AT,
                "2026-10-01",
                "2026-10-31",
                "UTC",
                "0 15 2 * * ?",
                "aws",
                "o-example",
                "Exhibit",
                Map.of(),
                new Statement.Head(log.origin(), log.size(), log.root()),
                List.of(),
                List.of(),
                List.of(),
                "none",
                "",
                ""));
        for (Map.Entry<String, SealedContent> sealed : vault.files(List.of()).entrySet()) {
            pack.add("vault/" + sealed.getKey(), sealed.getValue());
        }
        pack.add("vault/checkpoint", Content.of(log.note().getBytes(StandardCharsets.UTF_8)));
        for (int n = 0; n < more; n++) {
            pack.add("more-" + n, Content.of(new byte[] {(byte) n}));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            pack.write(key, "", out);
        }
    }
}
