package io.exhibit.run.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The public's: a text that came from AWS is masked as a whole, by where it stands and not by what it looks like. In a sentence the words of the
 * one who wrote it stay, and every value between them that is not a known word goes.
 */
final class Whole implements Masker {

    /** What the tool puts around the sentence of a test. */
    private static final List<Pieces> AROUND = List.of(
                    "{text} (on {days})",
                    "{text} (last on {day})",
                    "{text} (on the last sealed day it could not be judged)",
                    "{text} (left the population on a day on which the book changed)",
                    "{text} (conforms since a day on which the book changed)",
                    "{text} (risk acceptance {id} expired on {day})",
                    "{text} (risk acceptance {id} {why})",
                    "{text} (because {found})",
                    "{count} of {all} and {n} of {m} accounts and regions could not be judged: {text}",
                    "{count} of {all} and {n} account or region could not be judged: {text}",
                    "{count} of {all} and {n} accounts and regions could not be judged: {text}",
                    "{count} of {all} accounts and regions could not be judged: {text}",
                    "{count} of {all} accounts and regions could not be judged on at least one day: {text}",
                    "{count} account or region could not be judged: {text}",
                    "{count} account or region could not be judged on at least one day: {text}",
                    "{count} accounts and regions could not be judged: {text}",
                    "{count} accounts and regions could not be judged on at least one day: {text}",
                    "{count} of {all} could not be judged: {text}",
                    "{count} of {all} could not be judged on at least one day: {text}")
            .stream()
            .map(Pieces::of)
            .toList();

    /** The tool's own sentences. */
    private static final List<Pieces> OWN = List.of(
                    "{count} calls could not be read",
                    "{count} call could not be read",
                    "{items} could not be read at {place}: {why}",
                    "{items} could not be read: {why}",
                    "{items} were not asked for at {place}",
                    "{items} were not asked for here",
                    "the source of {items} is not switched on here",
                    "It is asked where {name} names something; it names nothing ({policy}).",
                    "It is asked where {name} is yes; it is no ({policy}).",
                    "no value was given for {member}",
                    "the rule points to a prefix list, whose addresses were not read (no value was given for {member})",
                    "AWS Backup names no vault that holds its last recovery point (no value was given for {member})",
                    "{count} {items} read",
                    "The run asked for no {items}.",
                    "The run saw no account.",
                    "There are no {items}.",
                    "None of the {count} {items} that were read belongs to the population.",
                    "It is judged when a period is bound.",
                    "It was judged on no sealed day of the period.",
                    "No day of the period was sealed.",
                    "No collection was due in the period.",
                    "No run of the period was looked at where it is kept.",
                    "The vault is a folder, and nothing enforces that a folder is kept: this was not evaluated.",
                    "The last sealed day is {day}, more than 48 hours before the end of the period.",
                    "The mapping of the last sealed day, {day}, did not hold this test.",
                    "{name} is gone: it was last there on {day}",
                    "which accounts the organization has could not be read: {why}")
            .stream()
            .map(Pieces::of)
            .toList();

    /** Several things beside each other: taken apart only when each of them is known. */
    private static final List<Pieces> BESIDE =
            List.of(Pieces.of("{one}; {others}"), Pieces.of("{one}: {other}"), Pieces.of("{one} ({other})"));

    private static final int DEEP = 12;

    private final Masks masks;
    private final KnownWords known;

    Whole(Masks masks, KnownWords known) {
        this.masks = masks;
        this.known = known;
    }

    @Override
    public String value(Kind kind, String text) {
        return text.isEmpty() ? text : masks.pseudonym(kind, text);
    }

    @Override
    public String key(Kind kind, String text) {
        return known.isPlace(text) ? text : name(kind, text);
    }

    @Override
    public String sentence(String text, List<String> patterns) {
        List<Pieces> pieces = patterns.stream().map(Pieces::of).toList();
        return masked(Kind.TEXT, text, pieces, DEEP);
    }

    private String masked(Kind kind, String text, List<Pieces> patterns, int deep) {
        if (known.isKnown(text) || isBeside(text, deep)) {
            return text;
        }
        for (Pieces pattern : deep == 0 ? List.<Pieces>of() : concat(patterns)) {
            Optional<List<String>> values = pattern.values(text);
            if (values.isPresent()) {
                List<String> out = new ArrayList<>();
                for (int i = 0; i < values.get().size(); i++) {
                    String place = pattern.places().get(i);
                    out.add(masked(
                            kind(place), values.get().get(i), place.equals("text") ? patterns : List.of(), deep - 1));
                }
                return pattern.with(out);
            }
        }
        return name(kind, text);
    }

    /** An account and a region beside each other are two. */
    private String name(Kind kind, String text) {
        int slash = text.indexOf('/');
        boolean place = slash == 12 && text.matches("[0-9]{12}/[a-z0-9-]+") && known.isPlace(text.substring(slash + 1));
        return place
                ? masks.pseudonym(Kind.ACCOUNT, text.substring(0, slash)) + text.substring(slash)
                : masks.pseudonym(kind, text);
    }

    private static List<Pieces> concat(List<Pieces> patterns) {
        List<Pieces> all = new ArrayList<>(AROUND);
        all.addAll(patterns);
        all.addAll(OWN);
        return all;
    }

    private boolean isBeside(String text, int deep) {
        return deep > 0
                && BESIDE.stream()
                        .map(pieces -> pieces.values(text))
                        .flatMap(Optional::stream)
                        .anyMatch(values ->
                                values.stream().allMatch(value -> known.isKnown(value) || isBeside(value, deep - 1)));
    }

    /** What a place in a sentence holds, by its name. */
    private static Kind kind(String place) {
        String name = place.substring(place.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "user", "username" -> Kind.USER;
            case "role", "rolename" -> Kind.ROLE;
            case "group", "groupname" -> Kind.GROUP;
            case "text", "why" -> Kind.TEXT;
            default -> Kind.RESOURCE;
        };
    }
}
