package io.exhibit.seal;

import io.exhibit.assessment.LogKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which keys signed a log up to a checkpoint. What the log came to after it changes nothing of that. */
final class Signers {

    private final Holding holding;
    private final VaultLog log;
    private final Optional<PublicKey> given;

    /** @param given a key that may have signed it, which the vault need not hold */
    Signers(Holding holding, VaultLog log, Optional<PublicKey> given) {
        this.holding = holding;
        this.log = log;
        this.given = given;
    }

    /**
     * Oldest first; the last one signed the checkpoint, which is tried. None when no key that is known here did.
     *
     * @throws VaultException when the log names a change of the key that is not genuine
     */
    List<LogKey> of(Checkpoint checkpoint) throws IOException {
        List<Discrepancy> wrong = new ArrayList<>();
        Rotations rotations = log.rotations(holding, wrong);
        if (!wrong.isEmpty()) {
            throw new VaultException(
                    VaultException.Reason.DAMAGED,
                    wrong.get(0).says() + " No pack can say whose key signed it. Run: exhibit verify");
        }
        if (!rotations.keys().isEmpty()) {
            boolean signed = rotations
                    .inForce(checkpoint.size())
                    .map(key -> SignedNote.signedBy(key, checkpoint))
                    .orElse(false);
            return signed ? rotations.stretches(checkpoint.size()) : List.of();
        }
        return Stream.concat(given.stream(), kept(checkpoint).stream())
                .filter(key -> SignedNote.signedBy(key, checkpoint))
                .findFirst()
                .map(key -> Rotations.stretch(key, 1, Optional.empty(), Optional.empty()))
                .stream()
                .toList();
    }

    /** The file of the vault that has the name which a signature gives; whether it is that key the signature shows. */
    private List<PublicKey> kept(Checkpoint checkpoint) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (byte[] id : SignedNote.signatures(checkpoint).ids()) {
            String file = "keys/" + HexFormat.of().formatHex(id) + ".pub.pem";
            if (holding.has(file)) {
                try {
                    keys.add(Pem.publicKey(
                            new String(holding.content(file, Layout.SMALL), StandardCharsets.ISO_8859_1)));
                } catch (IllegalArgumentException e) {
                    throw new VaultException(
                            VaultException.Reason.DAMAGED, file + " of the vault holds no public key of Ed25519.");
                }
            }
        }
        return keys;
    }
}
