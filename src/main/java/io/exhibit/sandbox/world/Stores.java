package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.Store.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What keeps data in one account and region, besides buckets: databases, file systems, warehouses, search; and its backups. */
public final class Stores {
    private static final Instant TAKEN = Story.at("2026-09-28T22:00:00Z");

    private final World world;
    private final Account account;
    private final String region;
    private final String place;

    Stores(World world, Account account, String region) {
        this.world = world;
        this.account = account;
        this.region = region;
        this.place = account.name() + "/" + region;
    }

    public List<Database> databases() {
        return switch (place) {
            case "claims-prod/us-east-1" ->
                List.of(
                        new Database("claims-db", false, "postgres", "alias/claims-db", "rds.force_ssl=1", 35),
                        new Database(
                                "claims-ledger",
                                true,
                                "aurora-mysql",
                                "alias/claims-db",
                                "require_secure_transport=ON",
                                35));
            case "claims-prod/us-west-2" ->
                List.of(new Database(
                        "claims-standby", false, "postgres", "alias/claims-standby", "rds.force_ssl=1", 35));
            case "portal-prod/us-east-1" ->
                List.of(new Database(
                        "portal-db", false, "mysql", "alias/portal-db", "require_secure_transport=OFF", 7));
            default -> List.of();
        };
    }

    /** One of each database; that of the portal was handed to the vendor for two days. */
    public List<Snapshot> snapshots() {
        return databases().stream()
                .map(database -> new Snapshot(
                        database.name() + "-before-upgrade",
                        database,
                        TAKEN,
                        database.name().equals("portal-db") && world.holds(Story.SNAPSHOT_SHARED)
                                ? List.of("888877776666")
                                : List.of()))
                .toList();
    }

    public List<Store> all(Kind kind) {
        List<Store> all = switch (place) {
            case "claims-prod/us-east-1" ->
                List.of(
                        new Store(Kind.FILES, "claims-scans", true),
                        new Store(Kind.WAREHOUSE, "claims-reporting", true),
                        new Store(Kind.SEARCH, "claims-search", true));
            case "portal-prod/us-east-1" -> List.of(new Store(Kind.SEARCH, "portal-search", true));
            case "sandbox/us-west-2" -> List.of(new Store(Kind.FILES, "<b>trial</b> =1+1", false));
            default -> List.of();
        };
        return all.stream().filter(store -> store.kind() == kind).toList();
    }

    /** The portal's certificate is renewed twelve days before it ends. */
    public List<Certificate> certificates() {
        Instant made = Story.at("2026-01-15T00:00:00Z");
        return switch (place) {
            case "claims-prod/us-east-1" ->
                List.of(
                        certificate("intake.harborview-health.example", "EC-prime256v1", made, 395),
                        certificate("*.claims.harborview-health.example", "RSA-2048", made, 395));
            case "portal-prod/us-east-1" ->
                List.of(
                        world.since(Story.CERTIFICATE_RENEWED)
                                ? certificate(
                                        "portal.harborview-health.example", "RSA-2048", Story.CERTIFICATE_RENEWED, 395)
                                : certificate(
                                        "portal.harborview-health.example",
                                        "RSA-2048",
                                        Story.CERTIFICATE_RENEWED.minus(Duration.ofDays(383)),
                                        395));
            default -> List.of();
        };
    }

    public List<Vault> vaults() {
        return databases().isEmpty()
                ? List.of()
                : List.of(new Vault("Default", false, 0), new Vault("retained", region.equals("us-east-1"), 70));
    }

    /** One for each place that has databases; the portal's keeps what it makes for a week. */
    public List<BackupPlan> plans() {
        return databases().isEmpty()
                ? List.of()
                : List.of(new BackupPlan(
                        world.digest().uuid("plan", account.id() + region),
                        account.name() + "-nightly",
                        "retained",
                        databases().get(0).kept(),
                        place.equals("claims-prod/us-east-1") ? "us-west-2" : ""));
    }

    /** The ARN of what AWS Backup has a recovery point of, as of this morning. */
    public List<String> protectedResources() {
        return databases().stream().map(each -> each.arn(account.id(), region)).toList();
    }

    public Instant lastBackup() {
        Instant five = world.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(19));
        return five;
    }

    public List<Restore> restores() {
        List<Restore> all = new ArrayList<>();
        if (place.equals("claims-prod/us-east-1")) {
            String database = protectedResources().get(0);
            all.add(restore(database, "2026-07-06T09:00:00Z", ""));
            if (world.since(Story.RESTORE_TESTED)) {
                all.add(restore(database, Story.RESTORE_TESTED.toString(), "SUCCESSFUL"));
            }
        }
        return List.copyOf(all);
    }

    private Restore restore(String resource, String at, String validation) {
        return new Restore(
                world.digest().uuid("restore", resource + at).toUpperCase(java.util.Locale.ROOT),
                resource,
                "RDS",
                Story.at(at),
                validation);
    }

    private Certificate certificate(String domain, String algorithm, Instant from, int days) {
        String id = world.digest().uuid("certificate", account.id() + region + domain);
        return new Certificate(id, domain, algorithm, from, from.plus(Duration.ofDays(days)), !domain.startsWith("*"));
    }
}
