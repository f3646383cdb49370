package io.exhibit.sandbox.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One event of CloudTrail's event history; {@code user} is "root" for the root user, {@code mfa} is said of sign-ins only. */
public record TrailEvent(
        String id, String name, String source, Instant time, String user, String address, Optional<Boolean> mfa) {
    private static final String SIGN_IN = "signin.amazonaws.com";

    public boolean byRoot() {
        return user.equals("root");
    }

    /** Newest first; AWS keeps 90 days. Sign-ins stand in the region of the sign-in endpoint. */
    static List<TrailEvent> of(World world, Account account, String region) {
        List<TrailEvent> all = new ArrayList<>();
        if (region.equals("us-east-1")) {
            signIns(world, account, all);
        }
        if (account.id().equals(Accounts.PORTAL) && region.equals("us-west-2")) {
            Instant stopped = Story.TRAIL_STOPPED.from();
            all.add(event(world, account, "StopLogging", "cloudtrail.amazonaws.com", stopped, "p.ferreira", null));
        }
        Instant oldest = world.now().minus(90, ChronoUnit.DAYS);
        return all.stream()
                .filter(event ->
                        !event.time().isAfter(world.now()) && event.time().isAfter(oldest))
                .sorted(Comparator.comparing(TrailEvent::time)
                        .thenComparing(TrailEvent::id)
                        .reversed())
                .toList();
    }

    private static void signIns(World world, Account account, List<TrailEvent> all) {
        Root root = world.root(account.id());
        root.lastUsed().ifPresent(used -> {
            all.add(event(world, account, "ConsoleLogin", SIGN_IN, used, "root", root.mfa()));
            Instant then = used.plusSeconds(240);
            all.add(event(world, account, "PutAlternateContact", "account.amazonaws.com", then, "root", null));
        });
        for (User user : world.users(account.id())) {
            user.password()
                    .flatMap(User.Password::lastUsed)
                    .ifPresent(used ->
                            all.add(event(world, account, "ConsoleLogin", SIGN_IN, used, user.name(), user.mfa())));
        }
    }

    private static TrailEvent event(
            World world, Account account, String name, String source, Instant time, String user, Boolean mfa) {
        String id = world.digest().uuid("event", account.id() + name + time + user);
        String address = "198.51.100." + (1 + world.digest().below(250, "address", user));
        return new TrailEvent(id, name, source, time, user, address, Optional.ofNullable(mfa));
    }
}
