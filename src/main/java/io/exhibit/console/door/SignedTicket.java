package io.exhibit.console.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/** A text with its Ed25519 signature, as the end of an address has it: {@code i.TEXT.SIGNATURE}, both in base64url in its one spelling. */
public final class SignedTicket {

    /** What such a ticket begins with. */
    public static final String BEGINS = "i.";

    private static final int LONGEST = 8_000;
    private static final int SIGNATURE = 64;

    private SignedTicket() {}

    /** What stands at the end of a link: text and signature in base64 for addresses. */
    public static String of(String text, byte[] signature) {
        return BEGINS + encoded(text.getBytes(StandardCharsets.UTF_8)) + "." + encoded(signature);
    }

    /** The text, if that key signed it, and the ticket is spelt as {@link #of} does it. */
    public static Optional<String> text(String ticket, PublicKey key) {
        String[] parts = ticket.split("\\.", -1);
        if (ticket.length() > LONGEST || parts.length != 3 || !ticket.startsWith(BEGINS)) {
            return Optional.empty();
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(parts[1]);
            byte[] signed = Base64.getUrlDecoder().decode(parts[2]);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(text);
            // The platform passes over bytes behind a signature.
            boolean whole = signed.length == SIGNATURE
                    && signature.verify(signed)
                    && encoded(text).equals(parts[1])
                    && encoded(signed).equals(parts[2]);
            return whole
                    ? Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString())
                    : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
