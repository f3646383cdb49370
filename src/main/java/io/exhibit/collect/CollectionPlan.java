package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which accounts and regions a run asks, of those that there are. What it leaves out stands in the run's record as a gap with
 * its reason, and so does what it asks for in vain: neither is a place where nothing was found.
 *
 * @param listed the accounts by name, 12 digits each; empty unless they are chosen so
 * @param excluded accounts that are not asked, with the reason that a person gave
 * @param regions names of regions; empty for every enabled one
 */
public record CollectionPlan(
        Choice accounts, SortedSet<String> listed, SortedMap<String, String> excluded, SortedSet<String> regions) {

    /** State in the run's record of an account that is asked for and is none of the organization's. */
    public static final String NOT_LISTED = "NOT_LISTED";

    /** How the accounts are chosen. */
    public enum Choice {
        /** Every account that the organization lists; the caller's alone when there is no list. */
        ORGANIZATION,
        /** The caller's alone. */
        CALLER,
        /** Those named. */
        LISTED
    }

    public CollectionPlan {
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    /** Every account of the organization, in every region that it has enabled. */
    public static CollectionPlan everything() {
        return new CollectionPlan(Choice.ORGANIZATION, new TreeSet<>(), new TreeMap<>(Map.of()), new TreeSet<>());
    }

    /** Every account seen, and each that is asked for and was not, ordered by id. */
    public List<Account> accounts(Landscape seen) {
        List<Account> all = new ArrayList<>(seen.accounts());
        List<String> ids = all.stream().map(Account::id).toList();
        // Without a list of its accounts the organization may well have it.
        String state = seen.knowsEveryAccount() ? NOT_LISTED : "UNKNOWN";
        listed.stream().filter(id -> !ids.contains(id)).forEach(id -> all.add(new Account(id, "", state, "", false)));
        all.sort(Comparator.comparing(Account::id));
        return all;
    }

    /** Excluded accounts that are none of those seen, although all of them were: a misspelt one is asked after all. */
    public List<String> excludedInVain(Landscape seen) {
        List<String> ids = seen.accounts().stream().map(Account::id).toList();
        return seen.knowsEveryAccount()
                ? excluded.keySet().stream().filter(id -> !ids.contains(id)).toList()
                : List.of();
    }

    /** Regions that are asked for and that AWS does not list at all. */
    public List<String> regionsInVain(Landscape seen) {
        SortedSet<String> every = seen.everyRegion();
        return every.isEmpty()
                ? List.of()
                : regions.stream().filter(name -> !every.contains(name)).toList();
    }

    /** Why the settings let an account not be asked; empty when they do not. */
    public Optional<Gap> leavesOut(String account, String caller) {
        if (excluded.containsKey(account)) {
            return because(Cause.LEFT_OUT, "aws.exclude: " + excluded.get(account));
        }
        if (accounts == Choice.CALLER && !account.equals(caller)) {
            return because(Cause.LEFT_OUT, "aws.accounts: the caller's account alone");
        }
        if (accounts == Choice.LISTED && !listed.contains(account)) {
            return because(Cause.LEFT_OUT, "aws.accounts: not named");
        }
        return Optional.empty();
    }

    /** Why an account that was seen or is asked for cannot be asked by these settings; empty when it can. */
    public Optional<Gap> closes(Account account, String caller) {
        return leavesOut(account.id(), caller)
                .or(() -> account.state().equals(NOT_LISTED)
                        ? because(Cause.NOT_LISTED, "aws.accounts names it")
                        : Optional.empty());
    }

    /** The regions of an account that have a place in the record: enabled ones, and those asked for. */
    public SortedSet<String> regions(SortedSet<String> enabled) {
        SortedSet<String> all = new TreeSet<>(enabled);
        all.addAll(regions);
        return all;
    }

    /** Why one of these regions is not asked; empty when it is. */
    public Optional<Gap> closes(String region, SortedSet<String> enabled, Landscape seen) {
        if (!regions.isEmpty() && !regions.contains(region)) {
            return because(Cause.LEFT_OUT, "aws.regions: not named");
        }
        if (enabled.contains(region)) {
            return Optional.empty();
        }
        return because(
                Cause.REGION_DISABLED,
                regionsInVain(seen).contains(region)
                        ? "aws.regions names it, and AWS lists no region of this name"
                        : "aws.regions names it, and AWS does not list it among the account's enabled regions");
    }

    /** The call stands for every one that is not made. */
    private static Optional<Gap> because(Cause cause, String message) {
        return Optional.of(new Gap(Call.of("sts:AssumeRole"), cause, "", message, ""));
    }
}
