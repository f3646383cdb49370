package io.exhibit.cli.packs;

import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Receipt.State;
import java.util.List;

/** A receipt as one line for people. */
final class DeliveryText {

    private DeliveryText() {}

    /** Such as {@code "3 files arrived at folder /srv/evidence."}. */
    static String of(Receipt receipt) {
        List<State> states = receipt.files().stream().map(Receipt.Item::state).toList();
        int all = states.size();
        String what;
        if (states.contains(State.NAMED) || states.contains(State.SENT)) {
            what = states.contains(State.SENT) ? "told with the report attached, " : "told with digests, ";
        } else if (states.stream().allMatch(State.WAS_THERE::equals)) {
            what = files(all) + " lay there already, ";
        } else {
            long before = states.stream().filter(State.WAS_THERE::equals).count();
            what = files(all) + " arrived" + (before == 0 ? "" : ", of which " + before + " lay there already") + ", ";
        }
        return what + receipt.to() + (receipt.remote().isEmpty() ? "" : " (" + receipt.remote() + ")") + "."
                + (receipt.note().isEmpty() ? "" : " " + receipt.note());
    }

    private static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }
}
