package io.exhibit.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;

/** A vault that holds nothing yet. */
final class NewVault {

    private NewVault() {}

    static boolean isThere(Layout layout) {
        return Files.exists(layout.format()) || Files.exists(layout.leaves());
    }

    static void refuseSecond(Layout layout) throws VaultException {
        if (isThere(layout)) {
            throw new VaultException(
                    VaultException.Reason.EXISTS, "There is a vault at " + layout.root() + " already.");
        }
    }

    /** In a folder that is locked, so that of two processes one makes it. */
    static void lay(Disk disk, Layout layout, Store store, String origin, Signer key) throws IOException {
        disk.folder(layout.runs());
        disk.folder(layout.leaves().getParent());
        disk.folder(layout.keys());
        lay(store, origin, key);
    }

    /** FORMAT last: without it there is no vault. */
    static void lay(Store store, String origin, Signer key) throws IOException {
        Format format = new Format(origin);
        String keyId = HexFormat.of().formatHex(SignedNote.keyId(origin, key.publicKey()));
        store.put("keys/" + keyId + ".pub.pem", key.publicPem().getBytes(StandardCharsets.US_ASCII));
        Checkpoint empty = SignedNote.sign(origin, new MerkleTree(), key);
        store.checkpoint(empty.note().getBytes(StandardCharsets.UTF_8));
        store.put("FORMAT", format.text());
    }
}
