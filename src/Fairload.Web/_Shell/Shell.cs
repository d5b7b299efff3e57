using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fairload.Web.GovUk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Fairload.Web;

/// <summary>What every page needs around it, registered in one place.</summary>
internal static class Shell
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(_ => new Catalogue(Language.Current));
        services.AddSingleton<HealthCheck.Report.MadeFiles>();
        services.AddAntiforgery(forms => forms.Cookie = new FormCookie());
        // Welsh letters and the pound sign as themselves; what could be markup is still encoded.
        services.Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(pages => pages.RootDirectory = "/");
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.ModelBinderProviders.Insert(0, new DateInputBinderProvider());
            mvc.Filters.Add<TableDownload>();
            SayInPlainWords(mvc);
        });
    }

    // The framework's own sentences name properties and are only English.
    private static void SayInPlainWords(MvcOptions mvc)
    {
        var says = mvc.ModelBindingMessageProvider;
        says.SetAttemptedValueIsInvalidAccessor((value, _) => T["{0} can not be read here. Check it", value]);
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(value => T["{0} can not be read here. Check it", value]);
        says.SetUnknownValueIsInvalidAccessor(_ => T["What was entered can not be read. Check it"]);
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["What was entered can not be read. Check it"]);
        says.SetValueIsInvalidAccessor(value => T["{0} can not be read here. Check it", value]);
        says.SetValueMustBeANumberAccessor(_ => T["Enter a number"]);
        says.SetNonPropertyValueMustBeANumberAccessor(() => T["Enter a number"]);
        says.SetValueMustNotBeNullAccessor(_ => T["Enter something here"]);
        says.SetMissingBindRequiredValueAccessor(_ => T["Enter something here"]);
        says.SetMissingKeyOrValueAccessor(() => T["Enter something here"]);
        says.SetMissingRequestBodyRequiredValueAccessor(() => T["Enter something here"]);
    }

    private static Catalogue T => new(Language.Current);
}
