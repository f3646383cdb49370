package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The organization's instance of IAM Identity Center: who signs on, and gets into which account with what. */
public final class SignOn {
    public static final String REGION = "us-east-1";
    public static final String INSTANCE = "ssoins-7223exh1b1t00001";
    public static final String STORE = "d-9067exh1b1";
    public static final Instant CREATED = Story.at("2021-02-08T09:00:00Z");
    /** An instance that somebody makes in an account of its own, beside the organization's. */
    public static final String OWN_INSTANCE = "ssoins-7907exh1b1t00002";

    private static final List<String> SETS = List.of("AdministratorAccess", "ReadOnlyAccess", "ClaimsOperator");
    private static final List<String> GROUPS = List.of(
            "Cloud administrators",
            "On call",
            "Auditors",
            "Claims operations",
            "Portal <operations> & \u30c7\u30e2",
            "Everybody");

    /** The group of those who operate what runs in an account. */
    private static final Map<String, String> OPERATORS =
            Map.of(Accounts.CLAIMS, GROUPS.get(3), Accounts.PORTAL, GROUPS.get(4));

    private final World world;

    /** {@code principal} is the name of a group or of a person. */
    public record Assignment(String account, String set, boolean group, String principal) {}

    /** Somebody in the directory; {@code enabled} is false for one who cannot sign on. */
    public record Person(String name, String display, boolean enabled, List<String> groups) {}

    SignOn(World world) {
        this.world = world;
    }

    public List<String> sets() {
        return SETS;
    }

    public List<String> groups() {
        return GROUPS;
    }

    /** Where an account has made an instance for itself, today. */
    public boolean ownInstance(String account, String region) {
        return account.equals(Accounts.PORTAL) && region.equals("us-west-2") && world.holds(Story.OWN_SIGN_ON);
    }

    /** Ids of the accounts that have the role of a permission set. */
    public List<String> accounts(String set) {
        return world.accounts().stream()
                .filter(Account::active)
                .map(Account::id)
                .filter(id -> !set.equals("ClaimsOperator") || OPERATORS.containsKey(id))
                .toList();
    }

    public List<Assignment> assignments(String account, String set) {
        List<Assignment> all = new ArrayList<>();
        switch (set) {
            case "AdministratorAccess" -> {
                all.add(new Assignment(account, set, true, GROUPS.get(0)));
                if (account.equals(Accounts.CLAIMS)) {
                    all.add(new Assignment(account, set, true, GROUPS.get(1)));
                }
                if (account.equals(Accounts.CLAIMS) && world.holds(Story.DIRECT_ACCESS)) {
                    all.add(new Assignment(account, set, false, "c.oyelaran"));
                }
            }
            case "ReadOnlyAccess" -> all.add(new Assignment(account, set, true, GROUPS.get(2)));
            default -> all.add(new Assignment(account, set, true, OPERATORS.get(account)));
        }
        return List.copyOf(all);
    }

    public List<Person> people() {
        // The leaver of the fifth is forgotten here for a week.
        boolean there = !world.since(Story.LEAVER_SIGN_ON_OFF);
        List<Person> all = new ArrayList<>(List.of(
                person("m.delacroix", "Maud Delacroix", GROUPS.get(0), GROUPS.get(1)),
                person("s.nakamura", "Sora Nakamura", GROUPS.get(2)),
                person("t.adeyemi", "T\u00fand\u00e9 Ad\u00e9y\u1eb9m\u00ed", GROUPS.get(2)),
                person("c.oyelaran", "Chidi \"C.\" Oyelaran", GROUPS.get(3)),
                person("d.kowalczyk", "Dorota Kowalczyk", GROUPS.get(3)),
                person("w.abebe", "=Wube+Abebe", GROUPS.get(1), GROUPS.get(3)),
                person("y.tanaka", "\u7530\u4e2d \u967d\u5b50", GROUPS.get(4)),
                new Person("j.lindqvist", "Jens Lindqvist", there, there ? List.of(GROUPS.get(4)) : List.of())));
        if (world.since(Story.JOINER_HIRED)) {
            all.add(person("amara.okafor", "Amara Okafor", GROUPS.get(3)));
        }
        return List.copyOf(all);
    }

    private static Person person(String name, String display, String... groups) {
        return new Person(name, display, true, List.of(groups));
    }
}
