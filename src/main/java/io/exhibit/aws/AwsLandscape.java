package io.exhibit.aws;

import io.exhibit.collect.ClockLag;
import io.exhibit.collect.Failure;
import io.exhibit.collect.Landscape;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Kept;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.Target;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** What a run can reach of AWS, as its sources tell while they are collected. */
public final class AwsLandscape implements Landscape {

    private static final Call IDENTITY = Call.of("sts:GetCallerIdentity");

    private final AwsClients clients;
    private final AwsCauses causes = new AwsCauses(this);
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final Map<String, String> paths = new ConcurrentHashMap<>();
    private final Map<String, SortedSet<String>> regions = new ConcurrentHashMap<>();
    private final Set<String> everyRegion = ConcurrentHashMap.newKeySet();
    private volatile String caller = "";
    private volatile String identity = "";
    private volatile String organization = "";
    private volatile String management = "";
    private volatile boolean listed;
    private volatile Optional<ClockLag> clockLag = Optional.empty();

    public AwsLandscape(AwsClients clients) {
        this.clients = clients;
    }

    /** The meaning of the exceptions of these clients. */
    public AwsCauses causes() {
        return causes;
    }

    @Override
    public Optional<Gap> enter() {
        clients.credentials().forget();
        accounts.clear();
        paths.clear();
        regions.clear();
        everyRegion.clear();
        organization = "";
        management = "";
        listed = false;
        clockLag = Optional.empty();
        return attempt(IDENTITY, new Target("", Target.GLOBAL), () -> {
            GetCallerIdentityResponse who = clients.credentials().sts().getCallerIdentity();
            clockLag = clients.settings().simulated() ? Optional.empty() : Optional.of(lag(who));
            clients.credentials().caller(who.account(), who.arn());
            caller = who.account();
            identity = who.arn();
        });
    }

    private ClockLag lag(GetCallerIdentityResponse answer) {
        String date = answer.sdkHttpResponse().firstMatchingHeader("Date").orElse("");
        try {
            Instant theirs = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return new ClockLag(Duration.between(clients.clock().instant(), theirs));
        } catch (DateTimeException unreadable) {
            return ClockLag.UNKNOWN;
        }
    }

    @Override
    public Optional<ClockLag> clockLag() {
        return clockLag;
    }

    @Override
    public Optional<Gap> assume(String account) {
        return attempt(
                        Call.of("sts:AssumeRole", account),
                        Target.global(account),
                        () -> clients.credentials().assume(account))
                .map(gap -> gap.cause().isDenial()
                        ? new Gap(gap.call(), Cause.ASSUME_ROLE_DENIED, gap.code(), gap.message(), gap.requestId())
                        : gap);
    }

    private Optional<Gap> attempt(Call call, Target target, Runnable request) {
        try {
            request.run();
            return Optional.empty();
        } catch (RuntimeException thrown) {
            Failure failure = causes.of(call, target, thrown).orElseThrow(() -> thrown);
            return Optional.of(failure.gap(call));
        }
    }

    @Override
    public String caller() {
        return caller;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public String organization() {
        return organization;
    }

    @Override
    public synchronized List<Account> accounts() {
        SortedMap<String, Account> all = new TreeMap<>(accounts);
        all.putIfAbsent(caller, new Account(caller, "", "UNKNOWN", "", false));
        return all.values().stream()
                .map(a -> new Account(
                        a.id(), a.name(), a.state(), paths.getOrDefault(a.id(), ""), a.id().equals(management)))
                .toList();
    }

    @Override
    public boolean knowsEveryAccount() {
        return listed;
    }

    @Override
    public synchronized void recall(Kept kept) {
        for (Account account : kept.soFar().accounts()) {
            account(account.id(), account.name(), account.state());
            path(account.id(), account.path());
            if (account.management()) {
                organization(kept.soFar().organization(), account.id());
            }
        }
        kept.regions().forEach(this::enabled);
    }

    @Override
    public Optional<SortedSet<String>> regions(String account) {
        return Optional.ofNullable(regions.get(account));
    }

    @Override
    public SortedSet<String> everyRegion() {
        return new TreeSet<>(everyRegion);
    }

    /** What DescribeOrganization answered: the organization's id and the account that manages it, 12 digits. */
    public void organization(String id, String managementAccount) {
        organization = id;
        management = managementAccount;
    }

    /** Whether the account manages the organization; also while nothing has told which one does. */
    public boolean mayManage(String account) {
        return management.isEmpty() || management.equals(account);
    }

    /** An account of the organization's list; {@code name} may be null, {@code state} is AWS's own word. */
    public synchronized void account(String id, String name, String state) {
        accounts.put(id, new Account(id, name == null ? "" : name, state, "", false));
    }

    /** The last page of the organization's accounts has come. */
    public void accountsEnd() {
        listed = true;
    }

    /** Where an account hangs in the organization's tree: ids of the units from the root down. */
    public void path(String account, String path) {
        paths.put(account, path);
    }

    /** Regions that AWS lists, enabled or not. */
    public void listed(Collection<String> names) {
        everyRegion.addAll(names);
    }

    /** The regions that an account may use; they take the place of what was known of it. */
    public void enabled(String account, SortedSet<String> names) {
        regions.put(account, new TreeSet<>(names));
    }
}
