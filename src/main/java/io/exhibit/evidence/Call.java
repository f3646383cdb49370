package io.exhibit.evidence;

/**
 * One question to AWS, all of its pages and attempts included.
 *
 * @param operation service prefix of the IAM action and operation, such as {@code kms:DescribeKey}
 * @param subject what it is asked about (a key id, a parent id, a detector id), or "" when there is only one such call
 */
public record Call(String operation, String subject) {

    /** One that is about nothing in particular, such as a list. */
    public static Call of(String operation) {
        return new Call(operation, "");
    }

    /** One that is about a thing: an id, a name or an ARN. */
    public static Call of(String operation, String subject) {
        return new Call(operation, subject);
    }

    @Override
    public String toString() {
        return subject.isEmpty() ? operation : operation + " " + subject;
    }
}
