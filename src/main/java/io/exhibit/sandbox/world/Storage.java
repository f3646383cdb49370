package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EBS in one account and region. */
public record Storage(boolean encrypting, boolean blocking, List<Volume> volumes, List<Snapshot> snapshots) {
    private static final Instant MADE = Story.at("2025-06-10T08:12:00Z");

    /** {@code key} is the id of the KMS key, empty where the volume is not encrypted. */
    public record Volume(String id, int gibibytes, Optional<String> key, Instant created, Map<String, String> tags) {}

    /** {@code sharedWith} are account ids, or "all". */
    public record Snapshot(Volume volume, String id, Instant started, String description, List<String> sharedWith) {}

    static Storage of(World world, Account account, String region) {
        boolean handlesEphi = account.name().endsWith("-prod");
        boolean encrypting = handlesEphi && !(account.name() + "/" + region).equals("portal-prod/eu-west-1")
                || handlesEphi && world.since(Story.VOLUMES_ENCRYPTED)
                || account.id().equals(Accounts.SECURITY);
        List<Volume> volumes = volumes(world, account, region);
        return new Storage(encrypting, handlesEphi, volumes, snapshots(world, account, volumes));
    }

    private static List<Volume> volumes(World world, Account account, String region) {
        Optional<String> key = world.keys(account.id(), region).stream()
                .filter(each -> each.kind() != Key.Kind.SIGNING && each.kind() != Key.Kind.MAC)
                .map(Key::id)
                .findFirst();
        return switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" ->
                List.of(
                        volume(world, account, region, "claims-app", 100, key, Map.of("data-class", "ephi")),
                        volume(world, account, region, "claims-edi", 500, key, Map.of("data-class", "ephi")));
            case "claims-prod/us-west-2" ->
                List.of(volume(world, account, region, "claims-standby", 500, key, Map.of("data-class", "ephi")));
            case "portal-prod/us-west-2" ->
                world.since(Story.VOLUMES_ENCRYPTED)
                        ? List.of(volume(world, account, region, "portal-cache", 50, key, Map.of()))
                        : List.of(volume(world, account, region, "portal-cache-old", 50, Optional.empty(), Map.of()));
            case "sandbox/eu-west-1" ->
                List.of(volume(
                        world, account, region, "lab", 8, Optional.empty(), Map.of("\u540d\u524d", "<img src=x>")));
            default -> List.of();
        };
    }

    private static Volume volume(
            World world,
            Account account,
            String region,
            String name,
            int size,
            Optional<String> key,
            Map<String, String> tags) {
        String id = "vol-" + world.digest().hex("volume", account.id() + region + name, 17);
        return new Volume(id, size, key, MADE, tags);
    }

    /** Two of each volume. The vendor of the monitoring role is given one of claims-prod while it has the role; the lab's is public. */
    private static List<Snapshot> snapshots(World world, Account account, List<Volume> volumes) {
        List<Snapshot> all = new ArrayList<>();
        for (Volume volume : volumes) {
            boolean lab = account.id().equals(Accounts.SANDBOX);
            boolean vendors = account.id().equals(Accounts.CLAIMS) && volume.equals(volumes.get(0));
            for (int number = 1; number <= 2; number++) {
                List<String> shared = number > 1
                        ? List.of()
                        : lab
                                ? List.of("all")
                                : vendors && world.holds(Story.VENDOR_ROLE) ? List.of("888877776666") : List.of();
                String id = "snap-" + world.digest().hex("snapshot", volume.id() + number, 17);
                Instant started = Story.at("2026-09-2" + number + "T03:00:00Z");
                all.add(new Snapshot(
                        volume, id, started, "=HYPERLINK(\"http://192.0.2.1\") nightly " + number, shared));
            }
        }
        return List.copyOf(all);
    }
}
