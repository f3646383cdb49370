package io.exhibit.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One virtual MFA device; {@code user} is empty for the root user. Who keeps a security key has none. */
public record MfaDevice(String serial, String user, Instant enabled) {
    static List<MfaDevice> of(World world, Account account) {
        String prefix = "arn:aws:iam::" + account.id() + ":mfa/";
        List<MfaDevice> all = new ArrayList<>();
        boolean rootHasKey = account.id().equals(Accounts.MANAGEMENT);
        if (world.root(account.id()).mfa() && !rootHasKey) {
            Instant enabled = account.id().equals(Accounts.SANDBOX)
                    ? Story.SANDBOX_ROOT_MFA
                    : account.joined().plus(Duration.ofDays(1));
            all.add(new MfaDevice(prefix + "root-account-mfa-device", "", enabled));
        }
        for (User user : world.users(account.id())) {
            if (user.mfa() && !user.name().startsWith("break-glass")) {
                all.add(new MfaDevice(prefix + user.name(), user.name(), enabled(user)));
            }
        }
        return List.copyOf(all);
    }

    private static Instant enabled(User user) {
        boolean late = user.created().equals(Story.JOINER_HIRED);
        return late ? Story.JOINER_MFA : user.created().plus(Duration.ofMinutes(20));
    }
}
