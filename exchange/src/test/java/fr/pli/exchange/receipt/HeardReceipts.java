package fr.pli.exchange.receipt;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the owner of an origin hears of readers: in the transaction of the fact. */
@Component
class HeardReceipts {

    private final List<DownloadCompleted> downloads = new CopyOnWriteArrayList<>();
    private final List<FileSeen> looks = new CopyOnWriteArrayList<>();

    @EventListener
    void on(DownloadCompleted completed) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            downloads.add(completed);
        }
    }

    @EventListener
    void on(FileSeen seen) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            looks.add(seen);
        }
    }

    List<DownloadCompleted> downloads(UUID message) {
        return downloads.stream().filter(one -> one.message().equals(message)).toList();
    }

    List<FileSeen> looks(UUID message) {
        return looks.stream().filter(one -> one.message().equals(message)).toList();
    }
}
