package io.exhibit.sandbox.world;

import java.util.Optional;

/** The password policy of an account; {@code reuse} is 0 when passwords may be used again. */
public record PasswordPolicy(
        int minimumLength, boolean symbols, boolean numbers, boolean upper, boolean lower, int reuse) {
    private static final PasswordPolicy STRONG = new PasswordPolicy(14, true, true, true, true, 24);
    private static final PasswordPolicy WEAK = new PasswordPolicy(8, false, true, true, true, 0);

    /** Empty where nobody has set one, so that AWS's default is in force. */
    static Optional<PasswordPolicy> of(World world, Account account) {
        return switch (account.name()) {
            case "sandbox" -> Optional.empty();
            case "portal-prod" -> Optional.of(world.since(Story.PORTAL_PASSWORD_POLICY) ? STRONG : WEAK);
            default -> Optional.of(STRONG);
        };
    }
}
