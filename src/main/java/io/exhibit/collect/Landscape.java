package io.exhibit.collect;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord.Account;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a run can reach: who calls, which accounts there are, which regions they use. It fills while the sources
 * {@code sts.caller-identity}, {@code organizations} and {@code ec2.regions} are collected.
 */
public interface Landscape {

    /** Begins a run: forgets what the last one saw and asks who calls; empty when that is known, otherwise why not. */
    Optional<Gap> enter();

    /** How the local clock stood when the caller was told; empty where there is none to compare it with. */
    Optional<ClockLag> clockLag();

    /** The account that the run starts from, 12 digits. */
    String caller();

    /** ARN of the caller. */
    String identity();

    /** Id of the organization, or "" when there is none or it could not be read. */
    String organization();

    /** Every account seen, ordered by id; the caller's own is always among them. */
    List<Account> accounts();

    /** Whether the organization has listed its accounts to the end. */
    boolean knowsEveryAccount();

    /** Enabled regions of an account, or empty when they are not known. */
    Optional<SortedSet<String>> regions(String account);

    /** Regions that AWS lists, enabled or not; empty when they are not known. */
    SortedSet<String> everyRegion();

    /** Takes up what a unit told that was kept when a run was broken off. */
    void recall(Kept kept);

    /** Takes on the collector's role in an account; empty when it may be asked now, otherwise why not. */
    Optional<Gap> assume(String account);
}
