package io.exhibit.collect;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Operation;

/** Lets tests of other rooms ask the guard. */
public final class GuardProbe {

    private GuardProbe() {}

    /** Why the answer is not believed, or "". */
    public static String refusal(AnswerGuard guard, Operation operation, Exchange.Response response) {
        Answer answer = guard.judge(operation, response);
        return answer.isBelieved() ? "" : answer.failure().message();
    }
}
