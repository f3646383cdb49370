package io.exhibit.sandbox.wire;

import java.util.List;
import java.util.Optional;

/**
 * One AWS service: its name in the credential scope, its protocol, the dialect (XML namespace, X-Amz-Target
 * prefix, or for REST the name of an error's further member), the
 * name of an error's message member, its way of refusing, and its operations.
 */
public record AwsService(
        String name,
        Protocol protocol,
        String dialect,
        String messageName,
        Refusals refusals,
        List<Operation> operations) {

    /** The operation that a request asks for, as the protocol says it; empty when the service has none such. */
    public Optional<Operation> operation(Ask ask, String target) {
        return operations.stream()
                .filter(each -> switch (protocol) {
                    case QUERY, EC2 ->
                        ask.member("Action").filter(each.name()::equals).isPresent();
                    case JSON -> (dialect + "." + each.name()).equals(target);
                    case REST, REST_XML, S3 ->
                        each.method().equals(ask.method())
                                && (each.path().matcher(ask.path()).matches()
                                        || each.path().matcher(ask.address()).matches());
                })
                .findFirst();
    }
}
