package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Merged entries in the list of the directory (A-1, C-6). */
@ExchangeTest
@Tag("A-1")
@Tag("C-6")
class MergedListTest {

    @Autowired
    DirectoryList list;

    @Autowired
    DirectoryExport export;

    @Autowired
    MergedEntries merged;

    @Autowired
    People people;

    @Autowired
    Units units;

    private final String name = "Double" + UUID.randomUUID().toString().substring(0, 8);

    private Person admin;
    private Person kept;
    private Person absorbed;

    @BeforeEach
    void twoAccountsOfOnePerson() {
        admin = people.administrator();
        kept = people.who(Profile.GREFFIER).named("Anne", name).active();
        absorbed = people.who(Profile.GREFFIER).named("Annie", name).active();
        units.run(() -> merged.point(absorbed.id(), kept.id()));
    }

    @Test
    void aMergedEntryIsNotListedAsActiveAndNamesTheAccountThatIsKept() {
        assertThat(page(null)).extracting(EntryRow::state).containsExactly(EntryState.ACTIVE, EntryState.MERGED);
        assertThat(page(null)).extracting(EntryRow::kept).containsExactly(null, "Anne " + name);
        assertThat(page(null).getLast().person())
                .as("its own address, to be told apart")
                .extracting(Person::email, Person::mergedInto)
                .containsExactly(absorbed.email(), kept.id());
        units.run(() -> merged.separate(absorbed.id()));
        assertThat(page(null)).extracting(EntryRow::state).containsOnly(EntryState.ACTIVE);
    }

    @Test
    void theFilterTellsThemApartInTheListTheCountAndTheFile() {
        assertThat(ids(EntryState.ACTIVE)).containsExactly(kept.id());
        assertThat(ids(EntryState.MERGED)).containsExactly(absorbed.id());
        assertThat(ids(EntryState.SUSPENDED)).isEmpty();
        assertThat(list.count(admin, filter(EntryState.MERGED))).isEqualTo(1);
        assertThat(list.count(admin, filter(EntryState.ACTIVE))).isEqualTo(1);
        assertThat(list.page(
                        admin,
                        new DirectoryList.Filter("", null, EntryState.MERGED, absorbed.organisationId()),
                        null,
                        9))
                .as("without words")
                .hasSize(1);
        assertThat(new String(export.csv(admin, filter(null), Locale.FRENCH), StandardCharsets.UTF_8))
                .containsPattern(absorbed.email() + ".*;fusionné\\r?\\n")
                .containsPattern(kept.email() + ".*;actif\\r?\\n");
    }

    private List<EntryRow> page(EntryState state) {
        return list.page(admin, filter(state), null, 9);
    }

    private List<UUID> ids(EntryState state) {
        return page(state).stream().map(row -> row.person().id()).toList();
    }

    private DirectoryList.Filter filter(EntryState state) {
        return new DirectoryList.Filter(name, null, state, null);
    }
}
