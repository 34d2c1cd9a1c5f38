package fr.pli.exchange.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people are told by mail (N-2, N-3).
 *
 * @param firstWarning how long before the end of a message the first warning leaves
 * @param secondWarning how long before the end of a message the second warning leaves
 * @param quietAfterSending a warning that would leave within this time of the message being made available is skipped
 * @param downloadQuiet how long after a reader's last download the notice about it leaves
 * @param downloadLongest how long after a reader's first download the notice leaves at the latest
 * @param reminderWindow a sender may remind each recipient of a message once in this time
 * @param noticeRetention how long the notices of the bell are kept (N-6)
 */
@ConfigurationProperties("pli.notification")
public record NotificationSettings(
        @DefaultValue("3d") Duration firstWarning,
        @DefaultValue("1d") Duration secondWarning,
        @DefaultValue("12h") Duration quietAfterSending,
        @DefaultValue("5m") Duration downloadQuiet,
        @DefaultValue("60m") Duration downloadLongest,
        @DefaultValue("24h") Duration reminderWindow,
        @DefaultValue("90d") Duration noticeRetention) {

    public NotificationSettings {
        if (secondWarning.isNegative() || secondWarning.isZero() || firstWarning.compareTo(secondWarning) <= 0) {
            throw new IllegalArgumentException(
                    "pli.notification.first-warning must be longer than second-warning, and that longer than nothing");
        }
        if (downloadQuiet.isNegative() || downloadLongest.compareTo(downloadQuiet) < 0) {
            throw new IllegalArgumentException(
                    "pli.notification.download-longest must not be shorter than download-quiet");
        }
        if (reminderWindow.toHours() < 1 || noticeRetention.toDays() < 1) {
            throw new IllegalArgumentException(
                    "pli.notification.reminder-window is at least an hour, notice-retention at least a day");
        }
    }

    /** How long before the end warning 1 or 2 leaves. */
    Duration warning(int number) {
        return number == 1 ? firstWarning : secondWarning;
    }
}
