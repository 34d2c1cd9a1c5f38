package fr.pli.exchange.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Tag("A-2")
class DoorRulesTest {

    @Test
    void withACardDoorCourtStaffAndExpertsComeByCertificateOnly() {
        DoorRules rules = rules(true, Map.of());
        for (Profile profile : Set.of(Profile.MAGISTRAT, Profile.GREFFIER, Profile.EXPERT)) {
            assertThat(rules.byCertificate(profile)).as(profile.name()).isTrue();
            assertThat(rules.byPassword(profile)).as(profile.name()).isFalse();
        }
        for (Profile profile : Set.of(Profile.PARTNER, Profile.LAWYER, Profile.PARTY, Profile.ADMINISTRATOR)) {
            assertThat(rules.byCertificate(profile)).as(profile.name()).isFalse();
            assertThat(rules.byPassword(profile)).as(profile.name()).isTrue();
        }
        assertThat(rules.byPassword(Profile.SAPITEUR)).isTrue();
        assertThat(rules.byCertificate(Profile.SAPITEUR)).isTrue();
    }

    @Test
    void withoutACardDoorEverybodyComesByPassword() {
        DoorRules rules = rules(false, Map.of());
        for (Profile profile : Profile.ofPeople()) {
            assertThat(rules.byPassword(profile)).as(profile.name()).isTrue();
            assertThat(rules.byCertificate(profile)).as(profile.name()).isFalse();
        }
        assertThat(rules.byPassword(Profile.OFFICE)).isFalse();
    }

    @Test
    void aSettingSaysOtherwise() {
        DoorRules rules = rules(
                true,
                Map.of(
                        "pli.account.doors.greffier",
                        "PASSWORD,CERTIFICATE",
                        "pli.account.doors.partner",
                        "CERTIFICATE"));
        assertThat(rules.byPassword(Profile.GREFFIER)).isTrue();
        assertThat(rules.byPassword(Profile.MAGISTRAT)).isFalse();
        assertThat(rules.byPassword(Profile.PARTNER)).isFalse();
        assertThat(rules.byCertificate(Profile.PARTNER)).isTrue();
    }

    private static DoorRules rules(boolean open, Map<String, String> settings) {
        var source = new MapConfigurationPropertySource(settings);
        return new DoorRules(new Binder(source).bindOrCreate("pli.account", AccountSettings.class), new CardDoor() {
            @Override
            public boolean open() {
                return open;
            }

            @Override
            public boolean holds(UUID person) {
                return false;
            }
        });
    }
}
