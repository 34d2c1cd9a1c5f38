package fr.pli.exchange.notification;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.Ids;
import fr.pli.exchange.platform.Task;
import fr.pli.exchange.platform.Tasks;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.DownloadCompleted;
import fr.pli.exchange.receipt.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One mail for what one reader downloads of one message (N-3): opened by the first completed download, it leaves some
 * minutes after the last one, is held back while the reader still transfers, and never for longer than an hour.
 */
@Component
class DownloadNotices implements Task {

    static final String NAME = "notification-download";

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final DownloadNoticeTable notices;
    private final Messages messages;
    private final Directory directory;
    private final Receipts receipts;
    private final Post post;
    private final Tasks tasks;
    private final Units units;
    private final Clock clock;
    private final NotificationSettings settings;

    DownloadNotices(
            DownloadNoticeTable notices,
            Messages messages,
            Directory directory,
            Receipts receipts,
            Post post,
            Tasks tasks,
            Units units,
            Clock clock,
            NotificationSettings settings) {
        this.notices = notices;
        this.messages = messages;
        this.directory = directory;
        this.receipts = receipts;
        this.post = post;
        this.tasks = tasks;
        this.units = units;
        this.clock = clock;
        this.settings = settings;
    }

    @EventListener
    void on(DownloadCompleted completed) {
        boolean letter = messages.find(completed.message())
                .filter(MessageNotices::letter)
                .isPresent();
        if (!letter) {
            return;
        }
        UUID fresh = Ids.next(completed.at());
        UUID notice = notices.open(fresh, completed.message(), completed.reader(), completed.hand(), completed.at());
        notices.add(notice, completed.file(), completed.at());
        if (notice.equals(fresh)) {
            tasks.stage(NAME, notice.toString(), completed.at().plus(settings.downloadQuiet()));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable Instant run(String id) {
        return units.call(
                () -> notices.lock(UUID.fromString(id)).map(this::close).orElse(null));
    }

    private @Nullable Instant close(DownloadNoticeTable.Window window) {
        Instant now = clock.instant();
        Instant latest = window.openedAt().plus(settings.downloadLongest());
        if (now.isBefore(latest)) {
            Instant quiet = window.lastAt().plus(settings.downloadQuiet());
            if (now.isBefore(quiet)) {
                return quiet.isBefore(latest) ? quiet : latest;
            }
            if (receipts.transferring(window.message(), window.reader())) {
                Instant next = now.plus(LOOK_AGAIN);
                return next.isBefore(latest) ? next : latest;
            }
        }
        notices.close(window.id(), now);
        messages.find(window.message())
                .flatMap(message -> directory.find(message.sender()))
                .ifPresent(sender -> post.tell(
                        new Post.Act(window.reader(), window.hand()),
                        sender,
                        NoticeKind.DOWNLOADED,
                        window.message(),
                        Map.of("notice", window.id().toString())));
        return null;
    }
}
