using System.Text.RegularExpressions;

namespace Fairload.Core.Surveys.Forms;

/// <summary>An item is asked after one of these answers, by the names of the form.</summary>
internal sealed record FormCondition(string Item, IReadOnlyList<string> Answers);

/// <summary>
/// The part of the expressions of a form that a questionnaire can hold: one earlier question, one or several of its answers, such as
/// <c>${role} = '1' or ${role} = '2'</c> and <c>selected(${tasks}, '3')</c>. Not equal, and, and arithmetic are other things: they also
/// ask those who gave no answer, or look at several.
/// </summary>
internal static partial class FormRelevance
{
    /// <summary>Null where the expression is none of these.</summary>
    public static FormCondition? Read(string expression)
    {
        var tokens = new Queue<string>(Token().Matches(expression).Select(m => m.Value));
        var read = Either(tokens);
        return tokens.Count == 0 ? read : null;
    }

    public static string Write(SurveyItem before, string name, AskWhen when) => string.Join(
        " or ", when.Is.Select(v => before.Kind == ItemKind.AnyOf ? $"selected(${{{name}}}, '{v}')" : $"${{{name}}} = '{v}'"));

    private static FormCondition? Either(Queue<string> tokens)
    {
        var read = One(tokens);
        while (read is not null && tokens.TryPeek(out var next) && next == "or")
        {
            tokens.Dequeue();
            read = One(tokens) is { } other && other.Item == read.Item ? read with { Answers = [.. read.Answers, .. other.Answers] } : null;
        }

        return read;
    }

    private static FormCondition? One(Queue<string> tokens)
    {
        switch (tokens.TryDequeue(out var first) ? first : "")
        {
            case "(":
                var inside = Either(tokens);
                return Takes(tokens, ")") ? inside : null;
            case "selected":
                return Takes(tokens, "(") && Reference(tokens) is { } chosen && Takes(tokens, ",") && Answer(tokens) is { } answer
                    && Takes(tokens, ")") ? new(chosen, [answer]) : null;
            case ['$', '{', .. var name, '}']:
                return Takes(tokens, "=") && Answer(tokens) is { } said ? new(name.Trim(), [said]) : null;
            default:
                return null;
        }
    }

    private static bool Takes(Queue<string> tokens, string wanted) => tokens.TryDequeue(out var next) && next == wanted;

    private static string? Reference(Queue<string> tokens) =>
        tokens.TryDequeue(out var next) && next is ['$', '{', .. var name, '}'] ? name.Trim() : null;

    private static string? Answer(Queue<string> tokens)
    {
        if (!tokens.TryDequeue(out var next)) return null;
        if (next is ['\'' or '"', .. var quoted, _]) return quoted;
        return next.All(c => char.IsAsciiDigit(c) || c == '-') ? next : null;
    }

    [GeneratedRegex("""\$\{[^}]*\}|'[^']*'|"[^"]*"|-?[0-9]+(?![0-9.])|[A-Za-z_][\w-]*|\S""")]
    private static partial Regex Token();
}
