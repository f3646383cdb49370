package io.exhibit.cli.settings;

import io.exhibit.aws.delivery.BucketPlace;
import io.exhibit.aws.delivery.BucketSettings;
import io.exhibit.deliver.Delivery;
import io.exhibit.deliver.FolderDelivery;
import io.exhibit.deliver.MailDelivery;
import io.exhibit.deliver.PlacedDelivery;
import io.exhibit.deliver.SftpPlace;
import io.exhibit.deliver.SftpServer;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.run.Route;
import io.exhibit.seal.Profile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way by which bound packs are handed over.
 *
 * @param profile of the packs that it gets: others are never sent to it
 */
public record ChannelSettings(String name, Profile profile, Way way) {

    private static final Pattern MASKED = Pattern.compile("(?:.+-)?(auditor|public)-\\d{4}-\\d{2}.*");

    /** How packs go. */
    sealed interface Way {}

    /** Into a folder. */
    record Folder(Path path) implements Way {}

    /** To an SFTP server. */
    record Sftp(SftpServer server) implements Way {}

    /** To a bucket. */
    record S3(BucketSettings bucket) implements Way {}

    /** By mail, through a server. */
    record Mail(SmtpServer server, MailDelivery.Notice notice) implements Way {}

    /** @param prefix with which the names of packs begin */
    public Route route(String prefix, InstantSource clock) {
        return new Route(delivery(clock), pack -> profile(prefix, pack) == profile);
    }

    private Delivery delivery(InstantSource clock) {
        if (way instanceof Sftp sftp) {
            return new PlacedDelivery(name, sftp.server().address(), () -> SftpPlace.open(sftp.server()), clock);
        }
        if (way instanceof S3 s3) {
            return new PlacedDelivery(name, s3.bucket().address(), () -> BucketPlace.open(s3.bucket()), clock);
        }
        if (way instanceof Mail mail) {
            return new MailDelivery(name, mail.server(), mail.notice(), clock);
        }
        return new FolderDelivery(name, ((Folder) way).path(), clock);
    }

    /** How much a pack shows, by its name. */
    public static Profile profile(String prefix, String pack) {
        Matcher name = MASKED.matcher(pack.startsWith(prefix + "-") ? pack.substring(prefix.length() + 1) : pack);
        return name.matches() ? Profile.of(name.group(1)).orElseThrow() : Profile.FULL;
    }
}
