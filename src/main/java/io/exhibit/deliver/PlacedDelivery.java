package io.exhibit.deliver;

import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.Item;
import io.exhibit.assessment.Receipt.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays packs where the receiver keeps files under names. It asks first what lies there: nothing is sent twice or replaced. */
public final class PlacedDelivery implements Delivery {

    private final String channel;
    private final String to;
    private final Place.Opening opening;
    private final InstantSource clock;

    /** @param to where it leads, as receipts have it */
    public PlacedDelivery(String channel, String to, Place.Opening opening, InstantSource clock) {
        this.channel = channel;
        this.to = to;
        this.opening = opening;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public String to() {
        return to;
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public String check() throws IOException {
        try (Place place = opening.open()) {
            return place.check();
        }
    }

    @Override
    public Receipt deliver(String pack, List<Path> files) throws IOException {
        Map<Path, String> own = new LinkedHashMap<>();
        for (Path file : files) {
            own.put(file, FileDigest.of(file));
        }
        List<Item> items = new ArrayList<>();
        List<String> remote = new ArrayList<>();
        try (Place place = opening.open()) {
            Map<Path, Boolean> there = new LinkedHashMap<>();
            // Before anything is sent: a pack arrives whole, or what stands in its way is named.
            for (Map.Entry<Path, String> file : own.entrySet()) {
                there.put(file.getKey(), isThere(place, name(file.getKey()), file.getValue()));
            }
            for (Map.Entry<Path, String> file : own.entrySet()) {
                Path path = file.getKey();
                boolean before = there.get(path);
                String called = before ? "" : place.put(name(path), path, file.getValue());
                if (!called.isEmpty()) {
                    remote.add(name(path) + " " + called);
                }
                items.add(new Item(
                        name(path), Files.size(path), file.getValue(), before ? State.WAS_THERE : State.ARRIVED));
            }
        }
        return new Receipt(pack, channel, to, clock.instant(), items, String.join(", ", remote), "");
    }

    private boolean isThere(Place place, String name, String sha256) throws IOException {
        Optional<String> found = place.digest(name);
        if (found.isPresent() && !found.get().equals(sha256)) {
            throw taken(to, name);
        }
        return found.isPresent();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Another file has the name. */
    public static NotDelivered taken(String to, String name) {
        return new NotDelivered(
                NotDelivered.Reason.TAKEN,
                "In " + to + " lies another file " + name
                        + ". It is left as it is; see who put it there, and move it away.");
    }
}
