package io.exhibit.cli;

import io.exhibit.sandbox.FaultSpec;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.User.AccessKey;
import io.exhibit.sandbox.world.User.Password;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Three months of one account, drawn by a seed: users who come and go, get and lose passwords, second factors and keys; nights that were
 * missed, and nights on which the report of the users was refused or was none.
 */
final class UserScenario {

    static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    static final int OLDEST_KEY = 90;
    private static final Instant CREATED = Instant.parse("2025-02-01T08:00:00Z");
    private static final List<String> FAULTS = List.of("denied", "scp-denied", "empty", "html");

    /** What became of a night's collection. */
    enum Night {
        READ,
        BLIND,
        MISSED
    }

    /** What a night may find wrong with a user. */
    enum Wrong {
        /** A password, and no second factor. */
        NO_MFA,
        /** An active key that was made too long ago. */
        OLD_KEY
    }

    /** A user on a night, who may not be there. */
    record Person(String name, boolean there, boolean password, boolean mfa, boolean key, LocalDate keyMade) {

        /** Whether he is asked about. */
        boolean asked(Wrong wrong) {
            return there && (wrong == Wrong.NO_MFA ? password : key);
        }

        boolean is(Wrong wrong, LocalDate night) {
            return asked(wrong)
                    && (wrong == Wrong.NO_MFA
                            ? !mfa
                            : keyMade.plusDays(OLDEST_KEY).isBefore(night));
        }

        private User user() {
            Instant made = keyMade.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            return new User(
                    name,
                    CREATED,
                    password ? Optional.of(new Password(CREATED, Optional.empty())) : Optional.empty(),
                    mfa,
                    List.of(new AccessKey(key, made, Optional.empty(), "", "")),
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of());
        }
    }

    private final Random random;
    private final List<LocalDate> nights = FIRST.datesUntil(LAST.plusDays(1)).toList();
    private final List<Night> kinds = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<List<Person>> people = new ArrayList<>();

    UserScenario(long seed) {
        random = new Random(seed);
        int troubled = 4 + random.nextInt(10);
        int restless = 6 + random.nextInt(20);
        boolean beginsBlind = random.nextInt(3) == 0;
        List<Person> now = Stream.iterate(0, i -> i + 1)
                .limit(3 + random.nextInt(6))
                .map(i -> drawn(String.format("u%02d", i)))
                .toList();
        Night last = beginsBlind ? Night.BLIND : Night.READ;
        for (LocalDate night : nights) {
            now = now.stream().map(person -> next(person, night, restless)).toList();
            // Trouble that has begun goes on as often as not.
            boolean goesOn = last != Night.READ && random.nextBoolean();
            last = goesOn
                    ? last
                    : random.nextInt(troubled) > 0 ? Night.READ : random.nextBoolean() ? Night.BLIND : Night.MISSED;
            people.add(now);
            kinds.add(last);
            faults.add(FAULTS.get(random.nextInt(FAULTS.size())));
        }
    }

    private Person drawn(String name) {
        return new Person(
                name,
                random.nextInt(4) > 0,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                FIRST.minusDays(random.nextInt(120)));
    }

    private Person next(Person p, LocalDate night, int restless) {
        return new Person(
                p.name(),
                p.there() ^ random.nextInt(2 * restless) == 0,
                p.password() ^ random.nextInt(2 * restless) == 0,
                p.mfa() ^ random.nextInt(restless) == 0,
                p.key() ^ random.nextInt(2 * restless) == 0,
                random.nextInt(3 * restless) == 0 ? night.minusDays(1 + random.nextInt(100)) : p.keyMade());
    }

    List<LocalDate> nights() {
        return nights;
    }

    Night kind(LocalDate night) {
        return kinds.get(nights.indexOf(night));
    }

    List<Person> people(LocalDate night) {
        return people.get(nights.indexOf(night));
    }

    /** For the sandbox. */
    List<User> users(LocalDate night) {
        return people(night).stream().filter(Person::there).map(Person::user).toList();
    }

    /** For the sandbox. */
    List<FaultSpec> faults(LocalDate night) {
        return kind(night) == Night.BLIND
                ? List.of(FaultSpec.parse("iam.GetCredentialReport=" + faults.get(nights.indexOf(night))))
                : List.of();
    }
}
