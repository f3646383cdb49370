package io.exhibit.collect;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Operation;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Believes a response only if it is the answer to the operation: the SDK reads an empty body, a login page or another
 * operation's answer with status 200 as "0 users" without an error. Streams over the bytes once and keeps nothing.
 */
public final class AnswerGuard {

    private final Catalog catalog;
    private final Map<Operation, Expected> expected = new ConcurrentHashMap<>();

    public AnswerGuard(Catalog catalog) {
        this.catalog = catalog;
    }

    Answer judge(Operation operation, Exchange.Response response) {
        byte[] body;
        try {
            body = Entity.plain(response);
        } catch (IOException e) {
            return Answer.malformed("the answer's content encoding cannot be undone");
        }
        if (body.length == 0) {
            return Answer.malformed("the answer is empty");
        }
        Expected e = expected(operation);
        return switch (operation.protocol()) {
            case QUERY, EC2, REST_XML -> XmlGuard.judge(e, body);
            case JSON, REST_JSON, REST_DOCUMENT -> JsonGuard.judge(e, body);
        };
    }

    /** Whether the operation answers page by page. */
    boolean isPaged(Operation operation) {
        return expected(operation).paging().isPaged();
    }

    private Expected expected(Operation operation) {
        return expected.computeIfAbsent(operation, o -> Expected.of(o, catalog));
    }
}
