using System.Reflection;
using System.Text.Json;
using Fairload.App.Caseload;
using Fairload.Core.Surveys;

namespace Fairload.App.Surveys;

/// <summary>The questionnaires that ship with the program, written for it. Read once; one that breaks a rule is our mistake and stops the
/// program.</summary>
public static class ShippedQuestionnaires
{
    private const string Folder = "Reference/questionnaires/";
    private static readonly string[] NoQuestionnaire = ["areas.json", "standards.json"];
    private static readonly Lazy<IReadOnlyList<Questionnaire>> Held = new(Read);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Questionnaire> All => Held.Value;

    private static IReadOnlyList<Questionnaire> Read() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && !NoQuestionnaire.Contains(n[Folder.Length..]))
            .Order(StringComparer.Ordinal).Select(One),
    ];

    private static Questionnaire One(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var file = JsonSerializer.Deserialize<QuestionnaireFile>(stream, ReferenceDocuments.Json)
            ?? throw new InvalidOperationException($"{name} is empty.");
        return Questionnaire.Read(file.Questionnaire).Try(out var sound, out var problems) ? sound
            : throw new InvalidOperationException($"{name}: {string.Join(" ", problems.Select(p => p.Message))}");
    }

    private sealed record QuestionnaireFile(ReferenceHeader About, Questionnaire Questionnaire);
}
