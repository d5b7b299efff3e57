using System.Text.Json;
using Fairload.App.Store;
using Fairload.App.Surveys.Ballots;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;
using Npgsql;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>On PostgreSQL the ballots belong to a role of their own.</summary>
public sealed class The_role_of_the_ballot_store
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Owns_every_table_of_it()
    {
        await using var box = await A_ballot_box.With("postgres", 6);

        var owners = await Ask(
            box.Data.Connection, "select string_agg(distinct tableowner, ',') || ' ' || count(*) from pg_tables where schemaname = 'ballots'");

        Assert.Equal($"{PostgresBallots.Role} 8", owners);
    }

    [Fact]
    public async Task That_may_not_be_made_is_named_with_what_to_run_and_one_of_its_own_serves_as_well()
    {
        var name = $"t{Guid.CreateVersion7():N}";
        var admin = await Engines.NewPostgres();
        await Ask(admin, $"create role main_{name} login; create role own_{name} login");
        var main = new NpgsqlConnectionStringBuilder(admin) { Username = $"main_{name}" }.ConnectionString;
        await using (var refused = new BallotStore(await Data(new() { Engine = "postgres", Connection = main }), A_ballot_box.Clock))
        {
            var fault = await Assert.ThrowsAsync<BallotRoleMissing>(() => Prepare(refused));
            Assert.Contains($"grant fairload_ballots to main_{name}", StoreTrouble.Explain(fault)!.Message, StringComparison.Ordinal);
        }

        await Ask(admin, $"create schema ballots authorization own_{name}");
        var own = new NpgsqlConnectionStringBuilder(admin) { Username = $"own_{name}" }.ConnectionString;
        await using var store = new BallotStore(
            await Data(new() { Engine = "postgres", Connection = main, BallotConnection = own }), A_ballot_box.Clock);
        await Prepare(store);
        var stolen = await Assert.ThrowsAsync<PostgresException>(() => Ask(main, "select count(*) from ballots.code"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, stolen.SqlState);
        Assert.Equal("1", await Ask(own, "select count(*)::text from ballots.code"));
    }

    private static Task Prepare(BallotStore store) =>
        store.Prepare(Id<SurveyRound>.New(), [MadeUpBallots.Code(1)], BallotRules.Of(6, 5), default);

    private static async Task<DataDirectory> Data(CouncilSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("fairload-role-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "fairload.json"), JsonSerializer.Serialize(settings, Json));
        return MadeUpBallots.Open(folder);
    }

    private static async Task<string?> Ask(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
