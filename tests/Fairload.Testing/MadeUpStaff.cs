using Fairload.Core.Disclosure;

namespace Fairload.Testing;

/// <summary>
/// Staff of a council that answered a survey, made up: teams of unequal size, ten to a service, and each person's role, age band and gender
/// drawn by fixed odds, as the same seed always draws them.
/// </summary>
/// <param name="Staff">In all; the sizes of teams are 0.4 to 1.6 of the mean.</param>
/// <param name="Answering">The part of them that answers, 0 to 1.</param>
public sealed record MadeUpStaff(int Staff, int Teams, int Seed, double Answering = 1)
{
    private const int TeamsAService = 10;
    private static readonly double[] Roles = [0.5, 0.2, 0.14, 0.1, 0.06];
    private static readonly double[] Ages = [0.14, 0.28, 0.28, 0.2, 0.1];
    private static readonly double[] Genders = [0.78, 0.22];

    public sealed record Person(string Team, string Role, string Age, string Gender, bool Answers);

    public IReadOnlyList<Person> People()
    {
        var random = new Random(Seed);
        var weights = Enumerable.Range(0, Teams).Select(_ => 0.4 + (1.2 * random.NextDouble())).ToArray();
        var sum = weights.Sum();
        var people = new List<Person>();
        for (var team = 0; team < Teams; team++)
        {
            var size = Math.Max(1, (int)Math.Round(Staff * weights[team] / sum));
            for (var i = 0; i < size; i++)
            {
                people.Add(new(
                    $"T{team:000}", $"role {Draw(Roles, random)}", $"age {Draw(Ages, random)}", $"gender {Draw(Genders, random)}",
                    random.NextDouble() < Answering));
            }
        }

        return people;
    }

    public static string ServiceOf(string team) => $"S{int.Parse(team[1..], System.Globalization.CultureInfo.InvariantCulture) / TeamsAService:00}";

    /// <summary>Those who answered, crossed; the first variable is always the unit.</summary>
    public Crossing Crossed(bool byRole = true, bool byAge = true, bool byGender = true)
    {
        var people = People().Where(p => p.Answers).ToList();
        var teams = people.Select(p => p.Team).Distinct().ToList();
        List<Func<Person, string>> values = [p => p.Team];
        var units = teams.Select((t, i) => new HierarchyLine(i, t, ServiceOf(t))).ToList();
        var variables = new List<Hierarchy> { Value(Hierarchy.Of("team", units)) };
        Take(byRole, "role", p => p.Role);
        Take(byAge, "age", p => p.Age);
        Take(byGender, "gender", p => p.Gender);
        return Value(Crossing.Of("2026", variables, [.. people.Select((p, i) => new CrossingLine(i, [.. values.Select(v => v(p))], 1))]));

        void Take(bool isWanted, string name, Func<Person, string> value)
        {
            if (!isWanted) return;
            values.Add(value);
            variables.Add(Hierarchy.Flat(name, people.Select(value)));
        }
    }

    private static int Draw(double[] odds, Random random)
    {
        var (at, left) = (0, random.NextDouble());
        while (at < odds.Length - 1 && (left -= odds[at]) > 0) at++;
        return at + 1;
    }

    private static T Value<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(string.Join("; ", problems));
}
