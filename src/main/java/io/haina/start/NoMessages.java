package io.haina.start;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Nothing here is worded by Spring's messages: each dialect words what it says. Spring's own source would ask the JDK for
 * all locales of the world at each start.
 */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
final class NoMessages implements MessageSource {

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] arguments, @Nullable String otherwise, @Nullable Locale locale) {
        return otherwise;
    }

    @Override
    public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
        throw new NoSuchMessageException(code);
    }

    @Override
    public String getMessage(MessageSourceResolvable asked, @Nullable Locale locale) {
        String otherwise = asked.getDefaultMessage();
        if (otherwise == null) {
            throw new NoSuchMessageException(asked.toString());
        }
        return otherwise;
    }
}
