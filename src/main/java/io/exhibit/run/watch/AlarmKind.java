package io.exhibit.run.watch;

import java.util.Arrays;
import java.util.Locale;

/**
 * What an operator is told about. The page alarms.md has a row for each, in the same words.
 */
public enum AlarmKind {
    COLLECTION(
            "collection failed or missed",
            "What was due brought no evidence. A day cannot be collected afterward: the month's pack lists it and test"
                    + " COL-03 deviates.",
            "Look at the reason above, and run: exhibit doctor. A day that is over stays lost; as long as one lasts,"
                    + " exhibit collect makes its collection (of several nodes: exhibit schedule run collect)."),
    STALE(
            "evidence is going stale",
            "Nothing has been collected for 48 hours. If the month ended now, every test of how things stand would be"
                    + " inconclusive in its pack.",
            "See whether `exhibit serve` runs, and with exhibit schedule list whether collect is paused. Then:"
                    + " exhibit doctor, and for a collection now: exhibit collect"),
    BLIND(
            "a source can no longer be read",
            "What could be read before cannot be read any more. Tests that need it are inconclusive, never passed, and the"
                    + " pack says so for each day.",
            "Look at the reason above. Where access is denied, give it back: `exhibit preflight` says what to add."),
    AGREEMENT(
            "the agreement with AWS is not in force",
            "A business associate addendum with AWS is not in force everywhere, or will not be. Accounts without one must"
                    + " not hold ePHI, and tests ART-01 to ART-03 deviate in the pack.",
            "Accept the addendum again in AWS Artifact, from the management account if it is to cover the organization."),
    REPORT(
            "an audit report of AWS is missing, too old or unread",
            "The report of AWS that the pack relies on for its data centers is too old, not read, or will soon be.",
            "Fetch the newer report or AWS's letter in AWS Artifact, have it read, and enter it in the organization's book."),
    FINDING(
            "new critical finding",
            "Something was found that a control rates as critical and that was not there when it was first looked at. It is"
                    + " in the pack until it is mended, with the days that took.",
            "See what it is: exhibit assess. Mend it, or have a named person accept the risk in risk-acceptances.yaml."),
    DEADLINE(
            "a time limit runs out",
            "Findings have to be mended within the organization's own limits. The pack lists those that were not as late.",
            "See which they are: exhibit assess. Mend them, or have a named person accept the risk before the day."),
    ENTRY(
            "an entry of the book runs out",
            "An acceptance, decision, register entry or document counts until its date alone. After it, what it covered"
                    + " deviates again.",
            "Review it and renew approver and date in the organization's book, or take it out."),
    CERTIFICATE(
            "a certificate runs out",
            "A certificate in use ends soon. When it does, connections break, and the test deviates in the pack until then.",
            "Renew it in AWS Certificate Manager; one that ACM did not issue is imported anew."),
    NODE(
            "a node is gone",
            "A node of the cluster gave no sign of life for 15 minutes and had not been told to stop. The others do its work,"
                    + " slower; when the last one goes, nothing is collected and nobody is told.",
            "Look at its machine and start `exhibit serve` there. If it is not to come back: exhibit nodes --forget NODE"),
    KEY(
            "the signing key is missing or refused",
            "Without the key nothing can be sealed: no night is collected and no pack is bound.",
            "Put it back where the settings name it (key), for its owner only: from the safe, or from a backup"
                    + " --with-key. Of AWS KMS: give the access back. Then: exhibit doctor. Never make a new one; when it is"
                    + " lost for good, operating.md says what then."),
    VAULT(
            "the vault cannot be reached",
            "Without the vault nothing can be sealed: no night is collected and no pack is bound.",
            "Look at the reason above. Not mounted: mount it. Network or permission: give it back. Gone: exhibit"
                    + " vault copy PLACE --vault MIRROR. Then: exhibit doctor. Never begin a new one for this, and leave"
                    + " log.json where it is."),
    RETENTION(
            "the vault keeps evidence for too short a time",
            "Evidence of the newest night is not locked for six years. Whoever may delete can"
                    + " delete it, and test COL-07 deviates.",
            "Set s3.lock and s3.retention_days (2192): `exhibit serve` lengthens what lies there within a day. By"
                    + " hand: exhibit vault retain --last 0 --until YYYY-MM-DD, six years from today."),
    PACK(
            "a pack could not be bound",
            "The month is over and its pack is not there. Nobody has received one.",
            "Look at the reason above. It is tried again every hour; at once: exhibit schedule run pack"),
    APPROVAL(
            "a pack waits for approval",
            "The month is over and the draft of its pack is drawn up. It is neither issued nor delivered before a named person"
                    + " approved it.",
            "Read the draft. Then: exhibit approve PACK --as 'NAME, FUNCTION' --reason TEXT"),
    DELIVERY(
            "a pack could not be delivered",
            "The pack is bound and lies in its folder, and whoever waits for it has not received it.",
            "Look at the reason above. It is tried again, every hour at first and every six later; at once: exhibit deliver"),
    WORK(
            "work of the node failed",
            "Something that the node does beside collecting and binding could not be done: read the book, look for"
                    + " packs and deliveries that are owed, lengthen locks, look for what is wrong.",
            "The line above names it, and the reason. Of the book: exhibit mappings check, before the next night is"
                    + " due. Of anything else: exhibit doctor. It is tried again every hour; at once: exhibit schedule run look"),
    NOTICE(
            "notices do not get through",
            "Somebody who should be told of what is written here is not, because one way of telling fails.",
            "Look at the reason above, and at the section `notify` of the settings; exhibit doctor tries each way."
                    + " Nothing is lost: it is sent when it works."),
    DISK(
            "the disk is nearly full",
            "When the disk is full no night can be sealed, and no pack can be bound.",
            "Make room: drafts of issued packs, and delivered NAME.zip and NAME.pdf, which exhibit pack --month"
                    + " prints again. Never NAME.issue.json or NAME.secret, and no part of a vault: it could not be verified any"
                    + " more. Or move the vault (operating.md).");

    private final String title;
    private final String meaning;
    private final String remedy;

    AlarmKind(String title, String meaning, String remedy) {
        this.title = title;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** @throws IllegalArgumentException when none is called so */
    public static AlarmKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of alarm is called " + word));
    }

    /** In small letters, stable. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A few words for the line of a telephone. */
    public String title() {
        return title;
    }

    /** The same as it begins a line. */
    public String headline() {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** What it means for the evidence and the pack. */
    public String meaning() {
        return meaning;
    }

    /** Whether the node itself does not do its work; otherwise it does, and what it found is wrong. */
    public boolean ofNode() {
        return switch (this) {
            case COLLECTION, STALE, KEY, VAULT, PACK, DELIVERY, WORK, NOTICE, DISK -> true;
            case APPROVAL, BLIND, AGREEMENT, REPORT, FINDING, DEADLINE, ENTRY, CERTIFICATE, NODE, RETENTION -> false;
        };
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }
}
