package io.exhibit.cli.wiring;

import io.exhibit.seal.Signer;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.security.PublicKey;
import java.util.function.BooleanSupplier;

/** The key of the log for one of several nodes: nothing can be added to the log without it, and it signs only while it is this node's turn. */
record FencedSigner(Signer key, BooleanSupplier turn) implements Signer {

    @Override
    public PublicKey publicKey() {
        return key.publicKey();
    }

    @Override
    public byte[] sign(byte[] message) throws IOException {
        if (!turn.getAsBoolean()) {
            throw new VaultException(
                    VaultException.Reason.LOCKED,
                    "This node has not been heard of for too long, and another one may write the vault by now. Nothing"
                            + " more was written; what is left is done by whoever writes next.");
        }
        return key.sign(message);
    }

    @Override
    public int longest() {
        return key.longest();
    }
}
