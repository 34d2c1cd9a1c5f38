package fr.pli.exchange.attachment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What other features hear of a verdict, in its order. */
@Component
class HeardVerdicts {

    private final StoredFiles files;
    private final Map<UUID, List<String>> heard = new ConcurrentHashMap<>();

    HeardVerdicts(StoredFiles files) {
        this.files = files;
    }

    @EventListener
    void on(VerdictDue due) {
        add(due.file(), "due while " + files.find(due.file()).orElseThrow().state());
    }

    @EventListener
    void on(FileAnalysed analysed) {
        add(analysed.file().id(), "analysed as " + analysed.file().state());
    }

    List<String> about(UUID file) {
        return heard.getOrDefault(file, List.of());
    }

    private void add(UUID file, String what) {
        heard.computeIfAbsent(file, id -> new CopyOnWriteArrayList<>()).add(what);
    }
}
