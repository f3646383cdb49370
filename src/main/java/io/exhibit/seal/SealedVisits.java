package io.exhibit.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Seals what was seen and done in the console: a line with a salt, and then the lines as they were written, each an object of JSON. */
record SealedVisits(Store store, VaultLog log, Signer key, Instant now) {

    /** Bytes of one. */
    static final long LARGEST = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Seals the lines unless the log has the very same: whoever died behind the leaf seals them once more. */
    void seal(byte[] lines) throws IOException {
        byte[] content = salted(lines);
        if (content.length > LARGEST || !isWhole(content)) {
            throw new IllegalArgumentException("visits are lines of JSON, at most " + LARGEST + " bytes");
        }
        String sha256 = Sha256.hex(content);
        boolean there = log.leaves().stream()
                .anyMatch(
                        leaf -> leaf.kind() == Leaf.Kind.VISITS && leaf.sha256().equals(sha256));
        if (!there) {
            Leaf leaf = ByContent.put(store, Leaf.Kind.VISITS, content, now);
            log.append(store, leaf, log.checkpoint().origin(), key);
        }
    }

    /** The log, which packs carry, tells the digest: without something that nobody can guess, a receiver could try out who saw what. */
    private byte[] salted(byte[] lines) throws IOException {
        byte[] signed = key.sign(("visits " + Sha256.hex(lines)).getBytes(StandardCharsets.UTF_8));
        byte[] salt = JSON.writeValueAsBytes(
                JSON.createObjectNode().put("salt", Base64.getEncoder().encodeToString(signed)));
        byte[] content = new byte[salt.length + 1 + lines.length];
        System.arraycopy(salt, 0, content, 0, salt.length);
        content[salt.length] = '\n';
        System.arraycopy(lines, 0, content, salt.length + 1, lines.length);
        return content;
    }

    static boolean isWhole(byte[] content) {
        List<byte[]> lines = VaultLog.lines(content);
        if (lines.size() < 2) {
            return false;
        }
        try {
            for (byte[] line : lines) {
                JsonNode each = JSON.readTree(line);
                if (line[line.length - 1] != '\n' || each == null || !each.isObject()) {
                    return false;
                }
            }
            return JSON.readTree(lines.get(0)).has("salt");
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are read", e);
        }
    }
}
