package io.exhibit.run;

import io.exhibit.seal.SealedContent;
import io.exhibit.seal.Statement.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/** Which raw answers stay with the entity when a pack may not hold all of them: the largest files, until the others fit. */
final class HeldBack {

    private HeldBack() {}

    /**
     * @param files what of a vault belongs into the pack, by name
     * @param most bytes of raw answers that it may hold
     * @param changed names of those that cannot be held, because they are not there as they were sealed
     * @return what it does not hold, by name
     */
    static List<LeftOut> of(Map<String, SealedContent> files, long most, Set<String> changed) {
        List<LeftOut> raw = new ArrayList<>();
        for (Entry<String, SealedContent> file : files.entrySet()) {
            if (file.getValue().bytes() > 0) {
                raw.add(new LeftOut(
                        file.getKey(), file.getValue().bytes(), file.getValue().sha256()));
            }
        }
        List<LeftOut> held = new ArrayList<>(
                raw.stream().filter(file -> changed.contains(file.file())).toList());
        raw.removeAll(held);
        long all = raw.stream().mapToLong(LeftOut::bytes).sum();
        raw.sort(Comparator.comparingLong(LeftOut::bytes).reversed().thenComparing(LeftOut::file));
        for (LeftOut largest : raw) {
            if (all <= most) {
                break;
            }
            held.add(largest);
            all -= largest.bytes();
        }
        held.sort(Comparator.comparing(LeftOut::file));
        return held;
    }
}
