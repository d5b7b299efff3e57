using System.Text.RegularExpressions;
using Fairload.App.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Comments;

/// <summary>
/// Tells the safe person of a round what a reader thinks somebody has to act on: the comment as that reader had it before them, and the
/// service. Nothing else is known of it. It is kept nowhere but in the letter.
/// </summary>
public sealed partial class SafePersonNotes(Outbox outbox)
{
    /// <summary>Whether a letter reaches the safe person; otherwise a reader passes it on by hand.</summary>
    public static bool IsReached(SurveyRound round) => AddressOf(round) is not null;

    internal async Task Send(SurveyRound round, Wording survey, string service, string text, CancellationToken stop)
    {
        if (AddressOf(round) is not { } address) return;
        await outbox.Post(address, $"{survey.En} / {survey.Cy}", Letter(survey, service.Length > 0 ? service : "–", text), stop);
    }

    private static string Letter(Wording survey, string service, string text) => $"""
        Somebody wrote this in the survey "{survey.En}". Whoever reads the comments thinks that somebody may have to act on it.
        Service: {service}. Who wrote it is not known and can not be found out.

        Ysgrifennodd rhywun hyn yn yr arolwg "{survey.Cy}". Mae'r sawl sy'n darllen y sylwadau'n
        meddwl efallai y bydd yn rhaid i rywun weithredu.
        Gwasanaeth: {service}. Nid yw'n hysbys pwy a'i hysgrifennodd ac ni ellir darganfod hynny.

        {text}
        """;

    private static string? AddressOf(SurveyRound round) =>
        Address().Match(round.SafePerson) is { Success: true, Value: var address } ? address : null;

    [GeneratedRegex(@"[^\s<>(),;:""]+@[^\s<>(),;:""@]+\.[A-Za-z]{2,}")]
    private static partial Regex Address();
}
