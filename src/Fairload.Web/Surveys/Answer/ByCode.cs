using System.Globalization;
using Microsoft.AspNetCore.Authorization;

namespace Fairload.Web.Surveys.Answer;

/// <summary>
/// Open to whoever has a code. Who is signed in is not even looked up: a session's last use would otherwise say when somebody answered.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByCodeAttribute : Attribute, IAllowAnonymous;

internal static class AnswerLanguage
{
    private const string Field = "Lang";
    private const string Button = "Go";

    /// <summary>A page of the survey is answered in the language that its form names: no cookie is set, and the language stands in no
    /// address.</summary>
    public static void UseAnswerLanguage(this WebApplication site) => site.Use(async (context, next) =>
    {
        var isSurvey = context.GetEndpoint()?.Metadata.GetMetadata<ByCodeAttribute>() is not null;
        if (isSurvey && HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if ((Language.Of(form[Button]) ?? Language.Of(form[Field])) is { } language)
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        }

        await next(context);
    });
}
