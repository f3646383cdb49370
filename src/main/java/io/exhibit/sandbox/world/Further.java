package io.exhibit.sandbox.world;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much an account holds beyond the story, in itself and in one region.
 *
 * @param weaknesses findings of Inspector
 * @param threats findings of GuardDuty
 * @param exposures findings of Access Analyzer for outside access
 */
record Further(
        int users,
        int roles,
        int policies,
        int buckets,
        int keys,
        int securityGroups,
        int balancers,
        int weaknesses,
        int threats,
        int exposures) {

    private static final Further NONE = new Further(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** With what every account has: 200 users, 60 roles, 80 policies of its own, 10 buckets, 20 keys, 40 security groups. */
    private static final Further BUSY = new Further(196, 51, 79, 9, 19, 39, 8, 25, 25, 25);

    /** What the story tells of the biggest account at its fullest; the further ones keep their names when somebody joins. */
    private static final int STORY_USERS = 11;

    private static final int STORY_WEAKNESSES = 12;
    private static final int STORY_THREATS = 3;

    static Further of(World.Size size, Account account, String region) {
        if (size.busy() && account.id().equals(Accounts.MANAGEMENT) && region.equals("us-east-1")) {
            return BUSY;
        }
        boolean home = region.equals("us-east-1");
        if (home && size.alike() && !account.id().equals(Accounts.CLAIMS)) {
            return new Further(0, 0, 0, 0, 0, 0, 0, size.findings(), 0, 0);
        }
        return home && account.id().equals(Accounts.CLAIMS)
                ? new Further(
                        Math.max(0, size.users() - STORY_USERS),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Math.max(0, size.findings() - STORY_WEAKNESSES),
                        Math.max(0, size.threats() - STORY_THREATS),
                        0)
                : NONE;
    }

    /** Those of the account itself. */
    static Further of(World.Size size, Account account) {
        return of(size, account, "us-east-1");
    }

    /** As many as asked for, by their number from 1 on, after those of the story. */
    static <T> List<T> after(List<T> story, int count, IntFunction<T> made) {
        return Stream.concat(story.stream(), IntStream.rangeClosed(1, count).mapToObj(made))
                .toList();
    }

    /** The same, each made when it is looked at: there may be a million. */
    static <T> List<T> afterUnmade(List<T> story, int count, IntFunction<T> made) {
        List<T> first = List.copyOf(story);
        return new AbstractList<>() {
            @Override
            public int size() {
                return first.size() + count;
            }

            @Override
            public T get(int index) {
                return index < first.size() ? first.get(index) : made.apply(index - first.size() + 1);
            }
        };
    }
}
