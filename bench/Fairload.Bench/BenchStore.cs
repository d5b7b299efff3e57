using Npgsql;

namespace Fairload.Bench;

/// <summary>A database of its own on the PostgreSQL that TEST_POSTGRES names.</summary>
internal static class BenchStore
{
    public static async Task<string> NewPostgres()
    {
        var server = Environment.GetEnvironmentVariable("TEST_POSTGRES")
            ?? throw new InvalidOperationException("TEST_POSTGRES names no PostgreSQL.");
        var name = $"bench_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"create database {name}";
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }
}
