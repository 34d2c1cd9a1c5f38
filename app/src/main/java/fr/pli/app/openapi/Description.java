package fr.pli.app.openapi;

import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.platform.WebSettings;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for the whole interface: its address, how a caller says who they are, what a problem looks like. */
@Configuration(proxyBeanMethods = false)
class Description {

    static final String TOKEN = "token";
    static final String SESSION = "session";
    static final String SECRET = "secret";
    static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(SignedIn.class);
    }

    /** Downloads answer pages and programs by one controller, which the library takes for one of pages alone. */
    @Bean
    SmartInitializingSingleton callsThatPagesShare(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        return () -> mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/v1/"))) {
                SpringDocUtils.getConfig().addRestControllers(method.getBeanType());
            }
        });
    }

    /** The address is the public one of the settings, never what a request says. */
    @Bean
    OpenAPI openApi(WebSettings web) {
        return new OpenAPI()
                .info(new Info().title("Pli").version("v1"))
                .servers(List.of(new Server().url(web.publicAddress().toString())))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("__Host-pli"))
                        .addSecuritySchemes(
                                SECRET,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-Pli-Secret"))
                        .addSchemas(
                                PROBLEM,
                                new ObjectSchema()
                                        .addProperty("type", new StringSchema().format("uri"))
                                        .addProperty("title", new StringSchema())
                                        .addProperty("status", new IntegerSchema())
                                        .addProperty("detail", new StringSchema())
                                        .addProperty("instance", new StringSchema().format("uri"))
                                        .addProperty("code", new StringSchema())));
    }
}
