package io.exhibit.evaluate;

import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Places;

/** Amounts in words. Things and the places in which they were looked for are never one number. */
final class Amounts {

    private Amounts() {}

    /** What could not be judged: "2 of 33", "1 of 15 accounts and regions", or both. */
    static String unknown(Judgement counted, Places places) {
        long things = counted.inconclusive() - places.unread();
        String which = things == 0 ? "" : things + " of " + (counted.population() - places.all());
        if (places.unread() == 0) {
            return which;
        }
        return which + (which.isEmpty() ? "" : " and ") + unread(places);
    }

    private static String unread(Places places) {
        return places.read() == 0 ? places(places.unread()) : places.unread() + " of " + places(places.all());
    }

    /** Where things were looked for, in brackets after their count, or "" where only they are items. */
    static String readIn(Places places) {
        if (places.all() == 0) {
            return "";
        }
        return places.unread() == 0 ? " (" + places(places.read()) + " read)" : " (" + unread(places) + " not read)";
    }

    private static String places(long count) {
        return count + (count == 1 ? " account or region" : " accounts and regions");
    }

    /** "1 user", "3 users"; "1 entry of the register leavers". */
    static String of(long count, String nouns) {
        return count + " " + (count == 1 ? one(nouns) : nouns);
    }

    /** "entry of the register leavers" of "entries of the register leavers". */
    private static String one(String nouns) {
        int of = nouns.indexOf(" of ");
        String end = of < 0 ? "" : nouns.substring(of);
        String head = of < 0 ? nouns : nouns.substring(0, of);
        return head.replaceAll("ies\\b", "y").replaceAll("(?<!s)s(?= and |$)", "") + end;
    }
}
