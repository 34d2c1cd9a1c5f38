package fr.pli.exchange.account;

import java.util.List;
import java.util.UUID;

/**
 * A file that was given and what importing it would do now.
 *
 * @param encoding name of what was recognised
 * @param separator {@code semicolon}, {@code comma} or {@code tab}
 * @param ignoredColumns headers that mean nothing here
 */
public record DryRun<P>(
        UUID id, String fileName, String encoding, String separator, List<String> ignoredColumns, P plan) {

    static <P> DryRun<P> of(ImportShelf.Kept kept, ImportFile<?> file, P plan) {
        return new DryRun<>(
                kept.id(), kept.fileName(), file.encoding().name(), file.separatorName(), file.ignored(), plan);
    }
}
