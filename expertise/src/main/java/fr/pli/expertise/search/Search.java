package fr.pli.expertise.search;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Folding;
import fr.pli.expertise.dossier.Expertises;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds by RG, MI, name, document and participant what somebody may see (S-1): every word typed begins a word of what is
 * found, accents and case do not matter. Candidates come from the expertises whose card is listed for that person and are
 * cut to what is visible before they are paged.
 */
@Service
public class Search {

    /** More words than this say nothing more. */
    static final int MOST_WORDS = 8;

    private static final int MOST = 100;

    private final Expertises expertises;
    private final FoundExpertises byName;
    private final FoundDocuments byDocument;
    private final FoundParticipants byParticipant;

    Search(Expertises expertises, FoundExpertises byName, FoundDocuments byDocument, FoundParticipants byParticipant) {
        this.expertises = expertises;
        this.byName = byName;
        this.byDocument = byDocument;
        this.byParticipant = byParticipant;
    }

    /**
     * @param typed what was typed; without a letter or digit nothing is found
     * @param limit hits of each group, 1 to 100
     * @param after last document of the page before
     */
    public Found find(Person person, String typed, int limit, @Nullable UUID after) {
        List<String> words = Folding.words(typed).stream().limit(MOST_WORDS).toList();
        Set<UUID> listed = words.isEmpty() ? Set.of() : expertises.listed(person);
        if (listed.isEmpty()) {
            return Found.NOTHING;
        }
        int most = Math.clamp(limit, 1, MOST);
        FoundDocuments.Page documents = byDocument.find(person, listed, words, most, after);
        return new Found(
                byName.find(listed, words, most),
                documents.hits(),
                documents.next(),
                byParticipant.find(listed, words, most));
    }
}
