package io.exhibit.run.mask;

import io.exhibit.seal.Commitment;
import io.exhibit.seal.MaskList;
import io.exhibit.seal.MaskList.Masked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * The values of one pack that were masked, each with what stands in its place. A value has one pseudonym throughout, whatever it is
 * taken for where it stands next.
 */
final class Masks {

    /** Digits of a pseudonym; two more at a time where another value has the same. */
    private static final int DIGITS = 6;

    private final byte[] secret;
    private final Map<String, Mask> byValue = new LinkedHashMap<>();
    private final Map<String, Mask> byPseudonym = new HashMap<>();

    /** One value. */
    private static final class Mask {
        private final Kind kind;
        private final String value;
        private final Commitment commitment;
        private final String pseudonym;
        private boolean stands;
        private long count;

        Mask(Kind kind, String value, Commitment commitment, String pseudonym) {
            this.kind = kind;
            this.value = value;
            this.commitment = commitment;
            this.pseudonym = pseudonym;
        }
    }

    Masks(byte[] secret) {
        this.secret = secret.clone();
    }

    /** What stands in the place of a value. */
    String pseudonym(Kind taken, String value) {
        return byValue.computeIfAbsent(value, v -> mask(Kind.of(v, taken), v)).pseudonym;
    }

    private Mask mask(Kind kind, String value) {
        Commitment commitment = Commitment.of(secret, kind.word(), value);
        int digits = DIGITS;
        String pseudonym;
        do {
            pseudonym = "[" + kind.word() + " " + commitment.digest().substring(0, digits) + "]";
            digits += 2;
        } while (byPseudonym.containsKey(pseudonym));
        Mask mask = new Mask(kind, value, commitment, pseudonym);
        byPseudonym.put(pseudonym, mask);
        return mask;
    }

    /** Marks the values whose pseudonyms stand in a text of the pack. */
    void stand(CharSequence text, boolean counted) {
        Matcher found = MaskList.PSEUDONYM.matcher(text);
        while (found.find()) {
            Mask mask = byPseudonym.get(found.group());
            if (mask != null) {
                mask.stands = true;
                mask.count += counted ? 1 : 0;
            }
        }
    }

    private List<Mask> standing() {
        return byValue.values().stream().filter(mask -> mask.stands).toList();
    }

    /** What the pack lists: the values whose pseudonyms stand somewhere in it. */
    List<Masked> list() {
        List<Masked> all = new ArrayList<>();
        standing()
                .forEach(mask ->
                        all.add(new Masked(mask.count, mask.commitment.digest(), mask.kind.word(), mask.pseudonym)));
        return all;
    }

    /** How many values of each kind the pack lists. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        standing().forEach(mask -> counts.merge(mask.kind.word(), 1L, Long::sum));
        return counts;
    }

    /** The value behind a pseudonym that stands in the pack. */
    Optional<Disclosure> disclosure(String pseudonym) {
        return Optional.ofNullable(byPseudonym.get(pseudonym))
                .filter(mask -> mask.stands)
                .map(mask -> new Disclosure(pseudonym, mask.value, mask.commitment.salt(), mask.commitment.digest()));
    }
}
